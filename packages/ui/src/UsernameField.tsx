/**
 * Tells password managers whose password a form is about. A text input with `hidden`, because they ignore `type="hidden"`.
 *
 * @see https://www.chromium.org/developers/design-documents/create-amazing-password-forms/
 */
export const UsernameField = ({ value }: { value: string }) => (
  <input type="text" name="username" autoComplete="username" value={value} readOnly hidden />
);
