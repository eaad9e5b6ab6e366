/** Presentational components: they show what they are given and tell what was pressed. They know nothing of Lectern. */
export { Button, type ButtonProps } from "./Button.tsx";
export { Choice, type ChoiceProps } from "./Choice.tsx";
export { ConfirmDialog, type ConfirmDialogProps } from "./ConfirmDialog.tsx";
export { CopyLink, type CopyLinkProps } from "./CopyLink.tsx";
export { Elapsed, type ElapsedProps, formatElapsed } from "./Elapsed.tsx";
export { LevelMeter, type LevelMeterProps } from "./LevelMeter.tsx";
export { Notice, type NoticeProps } from "./Notice.tsx";
export { Page, type PageProps } from "./Page.tsx";
export { PasswordField, type PasswordFieldProps } from "./PasswordField.tsx";
export { ProblemList, type ProblemListProps } from "./ProblemList.tsx";
export { RoundControl, type RoundControlProps } from "./RoundControl.tsx";
export { SelectField, type SelectFieldProps } from "./SelectField.tsx";
export { Sign, type SignProps } from "./Sign.tsx";
export { Slider, type SliderProps } from "./Slider.tsx";
export { Status, StatusMark, type StatusProps } from "./Status.tsx";
export { TextField, type TextFieldProps } from "./TextField.tsx";
export { Title, type TitleProps } from "./Title.tsx";
