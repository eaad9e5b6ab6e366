import { Component, type ReactNode } from "react";

export interface ErrorBoundaryProps {
  /** Shown instead, once something inside threw while it was drawn. */
  fallback: (error: unknown) => ReactNode;
  children: ReactNode;
}

/** Keeps a fault in what is drawn from leaving an empty page. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, { failed: boolean; error: unknown }> {
  override state = { failed: false, error: undefined };
  static getDerivedStateFromError(error: unknown) {
    return { failed: true, error };
  }
  override render() {
    return this.state.failed ? this.props.fallback(this.state.error) : this.props.children;
  }
}
