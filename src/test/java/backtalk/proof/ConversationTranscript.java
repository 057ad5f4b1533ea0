package backtalk.proof;

import backtalk.conversation.Answer;
import backtalk.conversation.Conversation;
import backtalk.conversation.Fact;
import backtalk.conversation.Outcome;
import backtalk.conversation.Position;
import backtalk.conversation.State;
import backtalk.conversation.StateMachine;
import backtalk.dialogue.Button;
import backtalk.dialogue.Dialogue;
import backtalk.dialogue.FactValue;
import backtalk.dialogue.Facts;
import backtalk.dialogue.Message;
import backtalk.dialogue.input.ButtonAction;
import backtalk.dialogue.input.ButtonPress;
import backtalk.dialogue.input.CommandKind;
import backtalk.dialogue.input.Meaning;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes out the texts of a conversation, to compare two versions of it. The engine produces them:
 * every question with its reason and its help, the outcome and its explanations for each fact on
 * its own, and every topic. A text that was written before is not repeated. Texts that need several
 * facts at once, beyond the condition of an outcome's line, may be missing.
 */
public final class ConversationTranscript {
  private static final List<FactOption> PREFERENCE =
      List.of(
          FactOption.NO, FactOption.UNKNOWN, FactOption.SKIPPED, FactOption.UNSURE, FactOption.YES);
  private static final Meaning GO_ON = new Meaning.Command(CommandKind.GO_ON, "");

  private final StateMachine machine;
  private final Conversation conversation;
  private final EngineFixture engineFixture;
  private final List<StateClass> classes;
  private final StringBuilder text = new StringBuilder();
  private final Set<String> written = new HashSet<>();

  private ConversationTranscript(Conversation conversation) {
    this.conversation = conversation;
    this.machine = conversation.machine();
    this.engineFixture = new EngineFixture(conversation);
    this.classes = StateSpace.of(conversation).classes();
  }

  /** Returns the transcript of a conversation. */
  public static String of(Conversation conversation) {
    return new ConversationTranscript(conversation).write();
  }

  private String write() {
    machine.states().values().forEach(this::question);
    answerable().forEach(this::question);
    ending("nothing is so", Map.of(), Answer.NO);
    ending("everything is skipped", Map.of(), Answer.SKIPPED);
    answerable().forEach(this::endings);
    machine.facts().values().forEach(this::together);
    machine.outcomes().values().forEach(this::lines);
    conversation.topics().keySet().forEach(this::topic);
    heading("what rests on what");
    text.append(new ClaimTrace(conversation).text());
    return text.toString();
  }

  private Stream<Fact> answerable() {
    return machine.facts().values().stream().filter(fact -> !fact.workedOut());
  }

  private void question(State state) {
    page(
        "state " + state.id(),
        engineFixture.with(facts(before(state)), true),
        CommandKind.WHY,
        CommandKind.HELP_ME);
  }

  /**
   * Returns answers that open a state: no to every question before it, or, when that ends sooner,
   * no to everything else.
   */
  private Map<String, Answer> before(State state) {
    Map<String, Answer> denied = new LinkedHashMap<>();
    while (machine.where(facts(denied), true) instanceof Position.Asking(State asked, var open)) {
      if (asked.equals(state)) {
        return denied;
      }
      open.forEach(fact -> denied.put(fact, Answer.NO));
    }
    answerable()
        .filter(fact -> !fact.onlyIfSaid())
        .forEach(fact -> denied.put(fact.id(), Answer.NO));
    state.prompt().facts().forEach(denied::remove);
    return denied;
  }

  /** Writes the question of a single fact. */
  private void question(Fact fact) {
    Dialogue newDialogue = engineFixture.with(Facts.NONE, false);
    Dialogue asked =
        engineFixture.turn(newDialogue, press(new ButtonAction.Revise(fact.id()))).dialogue();
    page("fact " + fact.id(), asked, CommandKind.WHY, CommandKind.HELP_ME);
  }

  private void endings(Fact fact) {
    ending("only " + fact.id(), Map.of(fact.id(), Answer.YES), Answer.NO);
    ending("perhaps " + fact.id(), Map.of(fact.id(), Answer.UNSURE), Answer.NO);
  }

  private void together(Fact fact) {
    if (fact.link() instanceof Fact.Link.Together(List<String> all)) {
      Map<String, Answer> answers =
          all.stream().collect(Collectors.toMap(one -> one, one -> Answer.YES));
      ending("together " + fact.id(), answers, Answer.NO);
    }
  }

  /**
   * Writes each conditional line of an outcome, in a dialogue that ends there and meets the
   * condition.
   */
  private void lines(Outcome outcome) {
    Stream.of(outcome.card().means(), outcome.card().todo(), outcome.card().now())
        .flatMap(List::stream)
        .flatMap(line -> line.when().facts())
        .distinct()
        .forEach(fact -> line(outcome, fact));
  }

  private void line(Outcome outcome, String fact) {
    classes.stream()
        .filter(
            stateClass -> stateClass.begun() && stateClass.outcome().equals(Optional.of(outcome)))
        .flatMap(stateClass -> stateClass.facts().where(fact, FactOption.YES.bit()).stream())
        .findFirst()
        .ifPresent(
            facts ->
                page(
                    outcome.id() + " with " + fact,
                    engineFixture.with(facts.example(PREFERENCE), true),
                    CommandKind.WHAT_NOW));
  }

  /**
   * Writes the outcome of a dialogue with these answers, and {@code others} for all other facts.
   */
  private void ending(String heading, Map<String, Answer> given, Answer others) {
    Map<String, Answer> answers = new LinkedHashMap<>();
    answerable()
        .filter(fact -> !isWholeOf(fact, given))
        .forEach(fact -> answers.put(fact.id(), others));
    answers.putAll(given);
    page(
        heading,
        engineFixture.with(facts(answers), true),
        CommandKind.GO_ON,
        CommandKind.WHAT_NOW,
        CommandKind.WHY_THIS);
  }

  /** Returns true when an answered part makes it impossible to deny the whole. */
  private boolean isWholeOf(Fact whole, Map<String, Answer> answers) {
    return answers.keySet().stream()
        .anyMatch(part -> machine.fact(part).link().equals(new Fact.Link.PartOf(whole.id())));
  }

  private void topic(String id) {
    Dialogue newDialogue = engineFixture.with(Facts.NONE, false);
    heading("topic " + id);
    engineFixture
        .turn(newDialogue, press(new ButtonAction.ShowTopic(id)))
        .messages()
        .forEach(this::write);
  }

  private static Meaning press(ButtonAction action) {
    return new Meaning.Pressed(Optional.of(new ButtonPress("any", 0, action)));
  }

  /** Writes the reply to "go on", and the reply to each of these commands. */
  private void page(String heading, Dialogue dialogue, CommandKind... commands) {
    heading(heading);
    var first = engineFixture.turn(dialogue, GO_ON);
    first.messages().forEach(this::write);
    for (CommandKind commandKind : commands) {
      engineFixture
          .turn(first.dialogue(), new Meaning.Command(commandKind, ""))
          .messages()
          .forEach(this::write);
    }
  }

  private void heading(String heading) {
    text.append("== ").append(heading).append('\n');
  }

  private void write(Message message) {
    String words = message.text().plain() + "\n" + buttons(message);
    if (written.add(words)) {
      text.append(words.strip()).append("\n\n");
    }
  }

  private static String buttons(Message message) {
    return message.rows().stream()
        .flatMap(List::stream)
        .map(Button::label)
        .map(label -> "[" + label + "]")
        .collect(Collectors.joining(" "));
  }

  private static Facts facts(Map<String, Answer> answers) {
    Map<String, FactValue> values = new LinkedHashMap<>();
    answers.forEach((fact, answer) -> values.put(fact, new FactValue(answer, Instant.EPOCH)));
    return new Facts(values);
  }
}
