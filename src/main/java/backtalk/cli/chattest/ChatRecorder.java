package backtalk.cli.chattest;

import backtalk.app.Bot;
import backtalk.cli.ChatInput;
import backtalk.cli.ChatSession;
import backtalk.cli.TerminalSession;
import backtalk.cli.TurnJson;
import backtalk.dialogue.Button;
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
 * A talk that is written down as the steps of a test. Its session's time stands still as it does in
 * a test, and passes where the talk really paused for so long that it may matter: so what is
 * written holds when it is played.
 */
public final class ChatRecorder implements ChatSession {
  /** Words closer together are heard as one thought. */
  private static final Duration ONE_THOUGHT = Duration.ofSeconds(15);

  /** Answers grow old in hours. */
  private static final Duration LONG = Duration.ofHours(1);

  private final TerminalSession session;
  private final Set<String> endings;
  private final Clock clock;
  private final List<Step> steps = new ArrayList<>();
  private Map<String, String> told = Map.of();
  private Optional<Turn> last = Optional.empty();
  private Instant heard;
  private boolean typed;
  private boolean empty = true;

  /** A recorder of a talk that begins; the clock is the one on the wall. */
  public ChatRecorder(Bot bot, Clock clock) {
    session = new TerminalSession(bot, TestPlayer.MORNING);
    endings = bot.conversation().machine().outcomes().keySet();
    this.clock = clock;
    heard = clock.instant();
  }

  @Override
  public TerminalSession.Exchange begin() {
    return note(session.begin(), List.of("/start"));
  }

  @Override
  public TerminalSession.Exchange take(String line) {
    List<String> inputs = new ArrayList<>(pause(line).stream().toList());
    inputs.forEach(session::take);
    inputs.add(session.asWritten(line));
    empty = false;
    return note(session.take(line), inputs);
  }

  @Override
  public List<Button> newestKeyboard() {
    return session.newestKeyboard();
  }

  /** The time that passed since the line before, where it may change what this one does. */
  private Optional<String> pause(String line) {
    boolean words = ChatInput.parse(line) instanceof ChatInput.Direct(Input.Said said);
    Instant now = clock.instant();
    Duration silent = Duration.between(heard, now);
    boolean matters =
        silent.compareTo(LONG) >= 0 || (typed && words && silent.compareTo(ONE_THOUGHT) > 0);
    heard = now;
    typed = words;
    return matters ? Optional.of("~" + Math.max(1, silent.toMinutes()) + "m") : Optional.empty();
  }

  private synchronized TerminalSession.Exchange note(
      TerminalSession.Exchange exchange, List<String> inputs) {
    steps.add(new Step.You(0, inputs));
    steps.add(new Step.Bot(0, expected(exchange.turn())));
    told = TurnJson.facts(exchange.turn());
    last = Optional.of(exchange.turn());
    return exchange;
  }

  private Expected expected(Turn turn) {
    String place = turn.gist().place();
    Optional<String> outcome = Optional.of(place).filter(endings::contains);
    List<String> topics = turn.gist().topics();
    return new Expected(
        changed(told, TurnJson.facts(turn)),
        outcome.isPresent() ? Optional.empty() : Optional.of(place),
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

  /** True while nobody has said anything. */
  boolean empty() {
    return empty;
  }

  /** The steps so far. */
  synchronized List<Step> steps() {
    return List.copyOf(steps);
  }

  /** A sentence that says when the chat was held and where it went. */
  synchronized String name() {
    return "A recorded chat of "
        + heard.atZone(clock.getZone()).toLocalDate()
        + last.map(Turn::gist).map(this::way).orElse("");
  }

  private String way(Turn.Gist gist) {
    if (endings.contains(gist.place())) {
      return " that ends in " + gist.place();
    }
    return told.isEmpty() && gist.place().equals("welcome")
        ? " without a check"
        : " that stops at " + gist.place();
  }
}
