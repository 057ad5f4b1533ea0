package backtalk.emulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Records the bot's calls in order. */
public final class Calls {
  private static final int SHOWN = 15;

  private final TelegramState state;
  private final TreeMap<Long, Call> all = new TreeMap<>();
  private final Map<String, Long> counts = new TreeMap<>();
  private final Set<String> unknownParameters = new TreeSet<>();
  private long last;
  private long inFlight;
  private long apartFromPolls;

  Calls(TelegramState state) {
    this.state = state;
  }

  /** Returns all calls kept, oldest first. */
  public List<Call> all() {
    return state.monitor.read(() -> List.copyOf(all.values()));
  }

  /** Returns the calls of one method, oldest first. */
  public List<Call> of(String method) {
    return all().stream().filter(call -> call.is(method)).toList();
  }

  /** Counts the calls of the method so far, refused and faulted ones included. */
  public long count(String method) {
    return counts().getOrDefault(key(method), 0L);
  }

  /** Counts the calls by method in lower case. */
  public Map<String, Long> counts() {
    return state.monitor.read(() -> Map.copyOf(counts));
  }

  /** Returns parameters that Telegram does not document, as {@code sendMessage.colour}. */
  public Set<String> unknownParameters() {
    return state.monitor.read(() -> Set.copyOf(unknownParameters));
  }

  /** Waits until so many calls of the method have ended; fails with the counts otherwise. */
  public List<Call> await(String method, int atLeast, Duration patience) {
    if (!state.monitor.await(() -> ended(call -> call.is(method)).size() >= atLeast, patience)) {
      throw new AssertionError(
          "Waited for " + atLeast + " ended calls of " + method + ", saw " + counts());
    }
    return of(method);
  }

  /** Waits until a matching call has ended; fails with the last calls otherwise. */
  public Call await(Predicate<Call> fits, Duration patience) {
    if (!state.monitor.await(() -> !ended(fits).isEmpty(), patience)) {
      List<Call> calls = all();
      throw new AssertionError(
          "No such call came. The last ones: "
              + calls.subList(Math.max(0, calls.size() - SHOWN), calls.size()));
    }
    return ended(fits).getFirst();
  }

  Call begin(String method, ObjectNode parameters) {
    return state.monitor.change(
        () -> {
          Call call =
              new Call(++last, method, parameters, Instant.now(), new Call.Result.InFlight());
          counts.merge(key(method), 1L, Long::sum);
          all.put(call.number(), call);
          state.trimShared(all);
          count(call, 1);
          state.listener.began(call);
          return call;
        });
  }

  void end(Call call, Call.Result result) {
    state.monitor.run(
        () -> {
          Call ended = call.ended(result);
          all.replace(call.number(), ended);
          count(call, -1);
          state.listener.ended(ended);
        });
  }

  void unknown(String method, String parameter) {
    state.monitor.run(() -> unknownParameters.add(method + "." + parameter));
  }

  /** Counts calls in flight without long polls. Callers hold the monitor. */
  long inFlight() {
    return inFlight;
  }

  /** Counts calls begun so far without polls. Callers hold the monitor. */
  long begunApartFromPolls() {
    return apartFromPolls;
  }

  private void count(Call call, int step) {
    if (!call.is("getUpdates")) {
      inFlight += step;
      apartFromPolls += step > 0 ? 1 : 0;
    }
  }

  private List<Call> ended(Predicate<Call> fits) {
    return all().stream().filter(call -> !call.isOpen()).filter(fits).toList();
  }

  private static String key(String method) {
    return method.toLowerCase(Locale.ROOT);
  }
}
