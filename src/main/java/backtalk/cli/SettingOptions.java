package backtalk.cli;

import backtalk.config.Config;
import backtalk.config.Setting;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.ISetter;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ScopeType;

/** Adds every setting as a command-line option and merges the options with the other sources. */
public final class SettingOptions implements Supplier<Config> {
  private final Map<Setting, String> given = new EnumMap<>(Setting.class);

  /** Adds an option for each setting to a command and its subcommands. */
  public void addTo(CommandSpec command) {
    for (Setting setting : Setting.values()) {
      command.addOption(option(setting));
    }
  }

  /** Throws {@link backtalk.config.InvalidConfigException} when any setting cannot be used. */
  @Override
  public Config get() {
    Path here = Path.of("").toAbsolutePath();
    Path home = here.resolve(System.getProperty("backtalk.home", "")).normalize();
    Config config = Config.read(given, System.getenv(), here, home);
    System.setProperty(Setting.LOG_FORMAT.name(), config.logFormat().word());
    // Initialized before any thread starts: two threads that log first at once cause a warning.
    var unused = LoggerFactory.getILoggerFactory();
    return config;
  }

  private OptionSpec option(Setting setting) {
    String otherwise = setting.defaultValue().map(value -> " (" + value + ")").orElse("");
    return OptionSpec.builder(setting.option())
        .paramLabel("VALUE")
        .type(String.class)
        .description(setting.description() + otherwise)
        .scopeType(ScopeType.INHERIT)
        .setter(
            new ISetter() {
              // Picocli resets every option to null before it reads the command line.
              @Override
              @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // as it declares it
              public <T> @Nullable T set(@Nullable T value) {
                return (T)
                    (value == null ? given.remove(setting) : given.put(setting, value.toString()));
              }
            })
        .build();
  }
}
