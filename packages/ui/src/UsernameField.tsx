/**
 * Whose password a form is about, for password managers: nobody sees it. A text input that is not shown, since they do
 * not look at `type="hidden"`.
 *
 * @see https://www.chromium.org/developers/design-documents/create-amazing-password-forms/
 */
export const UsernameField = ({ value }: { value: string }) => (
  <input type="text" name="username" autoComplete="username" value={value} readOnly hidden />
);
