import { Skeleton } from "@lectern/ui";

/** Where the sections will be. */
export const AccountSkeleton = () => (
  <div className="settings" aria-hidden="true">
    {["name", "e-mail", "password", "second factor"].map((section) => (
      <section key={section}>
        <Skeleton shape="short" />
        <Skeleton />
      </section>
    ))}
  </div>
);
