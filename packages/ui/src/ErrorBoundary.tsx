import { Component, type ReactNode } from "react";

export interface ErrorBoundaryProps {
  /** Shown instead, once something inside threw while it was drawn. */
  fallback: (error: unknown) => ReactNode;
  children: ReactNode;
}

/** Shows something else when a component throws; React alone would leave the page empty. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, { failed: boolean; error: unknown }> {
  override state = { failed: false, error: undefined };
  static getDerivedStateFromError(error: unknown) {
    return { failed: true, error };
  }
  override render() {
    return this.state.failed ? this.props.fallback(this.state.error) : this.props.children;
  }
}
