package backtalk.cli.chattest;

import backtalk.app.Bot;
import backtalk.cli.ChatInput;
import backtalk.cli.TerminalSession;
import backtalk.cli.TurnJson;
import backtalk.dialogue.Turn;
import backtalk.dialogue.input.Input;
import backtalk.loader.chattests.ChatTest.Expected;
import backtalk.loader.chattests.ChatTest.Step;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Records a chat as the steps of a test. The session's clock stands still, as it does when a test
 * is played. It moves only where the real pause may change a turn, so that the recorded test holds
 * when it is played.
 */
public final class ChatRecorder extends TerminalSession {
  /** Sets the pause within which messages are joined to one. */
  private static final Duration JOINED = Duration.ofSeconds(15);

  /** Sets the pause that is always recorded, because answers expire after hours. */
  private static final Duration LONG = Duration.ofHours(1);

  private final Set<String> outcomes;
  private final Clock clock;
  private final List<Step> steps = new ArrayList<>();
  private Map<String, String> facts = Map.of();
  private Optional<Turn> last = Optional.empty();
  private Instant lastInput;
  private boolean typed;
  private boolean empty = true;

  /**
   * Creates a recorder for a new chat.
   *
   * @param clock the real time
   */
  public ChatRecorder(Bot bot, Clock clock) {
    super(bot, TestPlayer.MORNING);
    outcomes = bot.conversation().machine().outcomes().keySet();
    this.clock = clock;
    lastInput = clock.instant();
  }

  @Override
  public Exchange begin() {
    return note(super.begin(), List.of("/start"));
  }

  @Override
  public Exchange take(String line) {
    List<String> inputs = new ArrayList<>(pause(line).stream().toList());
    inputs.forEach(super::take);
    inputs.add(asWritten(line));
    empty = false;
    return note(super.take(line), inputs);
  }

  /** Returns the time since the line before, where it may change this turn. */
  private Optional<String> pause(String line) {
    boolean text = ChatInput.parse(line) instanceof ChatInput.Direct(Input.Said said);
    Instant now = clock.instant();
    Duration silent = Duration.between(lastInput, now);
    boolean matters =
        silent.compareTo(LONG) >= 0 || (typed && text && silent.compareTo(JOINED) > 0);
    lastInput = now;
    typed = text;
    return matters ? Optional.of("~" + Math.max(1, silent.toMinutes()) + "m") : Optional.empty();
  }

  private synchronized Exchange note(Exchange exchange, List<String> inputs) {
    steps.add(new Step.You(0, inputs));
    steps.add(new Step.Bot(0, expected(exchange.turn())));
    facts = TurnJson.facts(exchange.turn());
    last = Optional.of(exchange.turn());
    return exchange;
  }

  private Expected expected(Turn turn) {
    String position = turn.gist().place();
    Optional<String> outcome = Optional.of(position).filter(outcomes::contains);
    List<String> topics = turn.gist().topics();
    return new Expected(
        changed(facts, TurnJson.facts(turn)),
        outcome.isPresent() ? Optional.empty() : Optional.of(position),
        outcome,
        Expected.NOTHING.texts(),
        Optional.empty(),
        topics.isEmpty() ? Optional.empty() : Optional.of(topics));
  }

  private static Map<String, String> changed(Map<String, String> before, Map<String, String> now) {
    Map<String, String> changed = new LinkedHashMap<>(now);
    changed.entrySet().removeAll(before.entrySet());
    before.keySet().stream()
        .filter(fact -> !now.containsKey(fact))
        .forEach(fact -> changed.put(fact, "unknown"));
    return changed;
  }

  /** Returns true until a line was taken. */
  boolean empty() {
    return empty;
  }

  /** Returns the steps so far. */
  public synchronized List<Step> steps() {
    return List.copyOf(steps);
  }

  /** Names the test by the day of the chat and its last position. */
  public synchronized String name() {
    return "A recorded chat of "
        + lastInput.atZone(clock.getZone()).toLocalDate()
        + last.map(Turn::gist).map(this::end).orElse("");
  }

  private String end(Turn.Gist gist) {
    if (outcomes.contains(gist.place())) {
      return " that ends in " + gist.place();
    }
    return facts.isEmpty() && gist.place().equals("welcome")
        ? " without a check"
        : " that stops at " + gist.place();
  }
}
