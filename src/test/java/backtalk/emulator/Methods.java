package backtalk.emulator;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds methods by name, ignoring case. */
final class Methods {
  private final Map<String, Method> byName;

  Methods(TelegramState state, Webhook webhook, Polling polling) {
    this.byName =
        Stream.of(
                polling.methods(),
                webhook.methods(),
                new Profile(state).methods(),
                new Sending(state).methods(),
                new Editing(state).methods())
            .flatMap(List::stream)
            .collect(Collectors.toMap(method -> key(method.name()), Function.identity()));
  }

  Optional<Method> find(String name) {
    return Optional.ofNullable(byName.get(key(name)));
  }

  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
