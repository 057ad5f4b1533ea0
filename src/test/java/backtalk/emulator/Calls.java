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

/** Records the bot's calls in order; only the newest {@value #KEPT} are kept. */
public final class Calls {
  static final int KEPT = 200_000;

  private final Monitor monitor;
  private final TreeMap<Long, Call> all = new TreeMap<>();
  private final Map<String, Long> counts = new TreeMap<>();
  private final Set<String> unknownParameters = new TreeSet<>();
  private long last;
  private long inFlight;
  private long apartFromPolls;

  Calls(Monitor monitor) {
    this.monitor = monitor;
  }

  /** Returns all calls kept, oldest first. */
  public List<Call> all() {
    return monitor.read(() -> List.copyOf(all.values()));
  }

  /** Returns the calls of one method, oldest first. */
  public List<Call> of(String method) {
    return all().stream().filter(call -> call.is(method)).toList();
  }

  /** Counts the calls of the method so far, refused and faulted ones included. */
  public long count(String method) {
    return monitor.read(() -> counts.getOrDefault(key(method), 0L));
  }

  /** Counts the calls by method in lower case. */
  public Map<String, Long> counts() {
    return monitor.read(() -> Map.copyOf(counts));
  }

  /** Returns parameters that Telegram does not document, as {@code sendMessage.colour}. */
  public Set<String> unknownParameters() {
    return monitor.read(() -> Set.copyOf(unknownParameters));
  }

  /** Waits until so many calls of the method have ended; fails with the counts otherwise. */
  public List<Call> await(String method, int atLeast, Duration patience) {
    boolean came = monitor.await(() -> ended(call -> call.is(method)) >= atLeast, patience);
    if (!came) {
      throw new AssertionError(
          "Waited for " + atLeast + " ended calls of " + method + ", saw " + counts());
    }
    return of(method);
  }

  /** Waits until a matching call has ended; fails with the last calls otherwise. */
  public Call await(Predicate<Call> fits, Duration patience) {
    if (!monitor.await(() -> ended(fits) > 0, patience)) {
      throw new AssertionError("No such call came. The last ones: " + lastOnes());
    }
    return all().stream().filter(Calls::hasEnded).filter(fits).findFirst().orElseThrow();
  }

  Call begin(String method, ObjectNode parameters) {
    return monitor.change(
        () -> {
          Call call = new Call(++last, method, parameters, Instant.now(), new Outcome.InFlight());
          counts.merge(key(method), 1L, Long::sum);
          keep(call);
          count(call, 1);
          return call;
        });
  }

  void end(Call call, Outcome outcome) {
    monitor.run(
        () -> {
          all.replace(call.number(), call.ended(outcome));
          count(call, -1);
        });
  }

  void unknown(String method, String parameter) {
    monitor.run(() -> unknownParameters.add(method + "." + parameter));
  }

  /** Counts calls in flight without long polls. Callers hold the monitor. */
  long inFlight() {
    return inFlight;
  }

  /** Counts calls begun so far without polls. Callers hold the monitor. */
  long begunApartFromPolls() {
    return apartFromPolls;
  }

  private void keep(Call call) {
    all.put(call.number(), call);
    if (all.size() > KEPT) {
      all.pollFirstEntry();
    }
  }

  private void count(Call call, int step) {
    if (!call.is("getUpdates")) {
      inFlight += step;
      apartFromPolls += step > 0 ? 1 : 0;
    }
  }

  private long ended(Predicate<Call> fits) {
    return all.values().stream().filter(Calls::hasEnded).filter(fits).count();
  }

  private List<String> lastOnes() {
    List<Call> calls = all();
    return calls.subList(Math.max(0, calls.size() - 15), calls.size()).stream()
        .map(call -> call.method() + " -> " + call.outcome())
        .toList();
  }

  private static boolean hasEnded(Call call) {
    return !(call.outcome() instanceof Outcome.InFlight);
  }

  private static String key(String method) {
    return method.toLowerCase(Locale.ROOT);
  }
}
