export {
  type Configuration,
  type ConfigurationProblem,
  type ConfigurationResult,
  type ListenerConfiguration,
  parseConfiguration,
} from "./configuration.ts";
