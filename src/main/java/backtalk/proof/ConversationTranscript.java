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
 * What a conversation says, written out for whoever reviews it: every question with why it is asked
 * and what is meant, the ending of everybody in whom one thing is so and what is recalled of it,
 * and every answer card. The engine itself says it; a text that was said before is not said again.
 * What takes several things to be so at once, beyond what an ending's lines ask for, may be
 * missing.
 */
public final class ConversationTranscript {
  private static final List<FactOption> LEAST =
      List.of(
          FactOption.NO, FactOption.UNKNOWN, FactOption.SKIPPED, FactOption.UNSURE, FactOption.YES);
  private static final Meaning GO_ON = new Meaning.Command(CommandKind.GO_ON, "");

  private final StateMachine machine;
  private final Conversation conversation;
  private final EngineFixture engineFixture;
  private final List<StateClass> cases;
  private final StringBuilder text = new StringBuilder();
  private final Set<String> said = new HashSet<>();

  private ConversationTranscript(Conversation conversation) {
    this.conversation = conversation;
    this.machine = conversation.machine();
    this.engineFixture = new EngineFixture(conversation);
    this.cases = StateSpace.of(conversation).cases();
  }

  /** The booklet of a conversation. */
  public static String of(Conversation conversation) {
    return new ConversationTranscript(conversation).written();
  }

  private String written() {
    machine.states().values().forEach(this::question);
    told().forEach(this::question);
    ending("nothing is so", Map.of(), Answer.NO);
    ending("everything is skipped", Map.of(), Answer.SKIPPED);
    told().forEach(this::endings);
    machine.facts().values().forEach(this::together);
    machine.outcomes().values().forEach(this::lines);
    conversation.topics().keySet().forEach(this::topic);
    head("what rests on what");
    text.append(new ClaimTrace(conversation).written());
    return text.toString();
  }

  private Stream<Fact> told() {
    return machine.facts().values().stream().filter(fact -> !fact.workedOut());
  }

  private void question(State state) {
    page(
        "state " + state.id(),
        engineFixture.with(facts(before(state)), true),
        CommandKind.WHY,
        CommandKind.HELP_ME);
  }

  /** Who denies everything until they are asked this; where that ends sooner, all else at once. */
  private Map<String, Answer> before(State state) {
    Map<String, Answer> denied = new LinkedHashMap<>();
    while (machine.where(facts(denied), true) instanceof Position.Asking(State asked, var open)) {
      if (asked.equals(state)) {
        return denied;
      }
      open.forEach(fact -> denied.put(fact, Answer.NO));
    }
    told().filter(fact -> !fact.onlyIfSaid()).forEach(fact -> denied.put(fact.id(), Answer.NO));
    state.prompt().facts().forEach(denied::remove);
    return denied;
  }

  /** The question of a fact alone. */
  private void question(Fact fact) {
    Dialogue nobody = engineFixture.with(Facts.NONE, false);
    Dialogue asked = engineFixture.turn(nobody, tap(new ButtonAction.Revise(fact.id()))).dialogue();
    page("fact " + fact.id(), asked, CommandKind.WHY, CommandKind.HELP_ME);
  }

  private void endings(Fact fact) {
    ending("only " + fact.id(), Map.of(fact.id(), Answer.YES), Answer.NO);
    ending("perhaps " + fact.id(), Map.of(fact.id(), Answer.UNSURE), Answer.NO);
  }

  private void together(Fact fact) {
    if (fact.link() instanceof Fact.Link.Together(List<String> all)) {
      Map<String, Answer> so =
          all.stream().collect(Collectors.toMap(one -> one, one -> Answer.YES));
      ending("together " + fact.id(), so, Answer.NO);
    }
  }

  /** Each conditional line of an ending, of somebody who comes there and to whom it is said. */
  private void lines(Outcome outcome) {
    Stream.of(outcome.card().means(), outcome.card().todo(), outcome.card().now())
        .flatMap(List::stream)
        .flatMap(line -> line.when().facts())
        .distinct()
        .forEach(fact -> line(outcome, fact));
  }

  private void line(Outcome outcome, String fact) {
    cases.stream()
        .filter(one -> one.begun() && one.outcome().equals(Optional.of(outcome)))
        .flatMap(one -> one.facts().where(fact, FactOption.YES.bit()).stream())
        .findFirst()
        .ifPresent(
            facts ->
                page(
                    outcome.id() + " with " + fact,
                    engineFixture.with(facts.example(LEAST), true),
                    CommandKind.WHAT_NOW));
  }

  /** Where those come to in whom this is so, and nothing else. */
  private void ending(String head, Map<String, Answer> so, Answer others) {
    Map<String, Answer> answers = new LinkedHashMap<>();
    told().filter(fact -> !wholeOf(fact, so)).forEach(fact -> answers.put(fact.id(), others));
    answers.putAll(so);
    page(
        head,
        engineFixture.with(facts(answers), true),
        CommandKind.GO_ON,
        CommandKind.WHAT_NOW,
        CommandKind.WHY_THIS);
  }

  /** A whole of which a part is so cannot be denied. */
  private boolean wholeOf(Fact whole, Map<String, Answer> so) {
    return so.keySet().stream()
        .anyMatch(part -> machine.fact(part).link().equals(new Fact.Link.PartOf(whole.id())));
  }

  private void topic(String id) {
    Dialogue nobody = engineFixture.with(Facts.NONE, false);
    head("topic " + id);
    engineFixture.turn(nobody, tap(new ButtonAction.ShowTopic(id))).messages().forEach(this::say);
  }

  private static Meaning tap(ButtonAction tap) {
    return new Meaning.Pressed(Optional.of(new ButtonPress("any", 0, tap)));
  }

  /** What is said first, and what is said to each of these. */
  private void page(String head, Dialogue dialogue, CommandKind... verbs) {
    head(head);
    var first = engineFixture.turn(dialogue, GO_ON);
    first.messages().forEach(this::say);
    for (CommandKind commandKind : verbs) {
      engineFixture
          .turn(first.dialogue(), new Meaning.Command(commandKind, ""))
          .messages()
          .forEach(this::say);
    }
  }

  private void head(String head) {
    text.append("== ").append(head).append('\n');
  }

  private void say(Message message) {
    String words = message.text().plain() + "\n" + buttons(message);
    if (said.add(words)) {
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
    Map<String, FactValue> told = new LinkedHashMap<>();
    answers.forEach((fact, answer) -> told.put(fact, new FactValue(answer, Instant.EPOCH)));
    return new Facts(told);
  }
}
