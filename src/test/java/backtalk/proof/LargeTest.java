package backtalk.proof;

import static org.assertj.core.api.Assertions.assertThat;

import backtalk.conversation.Answer;
import backtalk.conversation.Conversation;
import backtalk.conversation.Fact;
import backtalk.conversation.FactTexts;
import backtalk.conversation.Guard;
import backtalk.conversation.Outcome;
import backtalk.conversation.Prompt;
import backtalk.conversation.Severity;
import backtalk.conversation.SourcedText;
import backtalk.conversation.State;
import backtalk.conversation.StateMachine;
import backtalk.conversation.Transition;
import backtalk.conversation.Urgency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Checks that a conversation of 60 facts and 100 states is proved when its paths rarely branch, and
 * rejected as too large when they branch at every step. It alone checks the limit of size.
 */
class LargeTest {
  private static final Conversation JAW = TestConversations.read(TestConversations.JAW);
  private static final int FACTS = 60;
  private static final int STATES = 100;

  @Test
  void aConversationWithoutBranchesIsProved() {
    assertThat(Prover.prove(of(Urgency.SEE_DOCTOR, false)))
        .isInstanceOfSatisfying(
            Proof.Holds.class,
            holds -> {
              assertThat(holds.extent().facts()).isEqualTo(FACTS);
              assertThat(holds.extent().classes()).isGreaterThan(FACTS);
            });
  }

  @Test
  void aConversationThatBranchesAtEveryStepIsTooLarge() {
    assertThat(Prover.prove(of(Urgency.SEE_DOCTOR, true)))
        .isEqualTo(new Proof.TooLarge("more than 50000 classes of dialogues"));
  }

  /**
   * Creates a conversation. Every state asks a fact or only decides. With branches, a yes and a no
   * lead through states of their own, and both go on.
   */
  private static Conversation of(Urgency urgency, boolean branches) {
    Map<String, Fact> facts = new LinkedHashMap<>();
    IntStream.range(0, FACTS).forEach(i -> facts.put("f" + i, fact(i, branches ? null : urgency)));
    Map<String, State> states = new LinkedHashMap<>();
    IntStream.range(0, STATES).forEach(i -> states.put("s" + i, state(i, branches)));
    Map<String, Outcome> outcomes = new LinkedHashMap<>();
    List.of(Urgency.SEE_DOCTOR, Urgency.PROFESSIONAL, Urgency.REASSURE)
        .forEach(it -> outcomes.put(it.word(), outcome(it)));
    return with(new StateMachine("s0", List.of(), states, outcomes, facts));
  }

  private static Conversation with(StateMachine machine) {
    return new Conversation(
        JAW.about(),
        JAW.factRenames(),
        machine,
        Map.of(),
        Map.of(),
        JAW.cautions(),
        JAW.sources(),
        JAW.phrases(),
        JAW.wording(),
        List.of());
  }

  private static Fact fact(int number, @Nullable Urgency urgency) {
    String id = "f" + number;
    Optional<Urgency> required = Optional.ofNullable(urgency);
    return new Fact(
        id,
        new FactTexts(id, id, id, List.of(line("why")), List.of()),
        new Severity(required, required),
        new Fact.Link.Asked(),
        List.of());
  }

  private static State state(int number, boolean branches) {
    State.Question question =
        new State.Question("s" + number, "?", List.of(line("why")), List.of());
    boolean asks = number < FACTS;
    Prompt prompt = asks ? new Prompt.AnyOf(List.of("f" + number), false) : new Prompt.Nothing();
    return new State("s" + number, question, prompt, transitions(number, asks, branches));
  }

  private static List<Transition> transitions(int number, boolean asks, boolean branches) {
    String next = number + 1 < STATES ? "s" + (number + 1) : Urgency.PROFESSIONAL.word();
    Guard yes = new Guard.Is("f" + Math.min(number, FACTS - 1), Answer.MAY_BE);
    if (number + 1 == STATES) {
      return List.of(
          new Transition(allNo(), Urgency.REASSURE.word()), new Transition(Guard.always(), next));
    }
    return asks
        ? List.of(
            new Transition(yes, branches ? next : Urgency.SEE_DOCTOR.word()),
            new Transition(Guard.always(), next))
        : List.of(new Transition(Guard.always(), next));
  }

  private static Guard allNo() {
    return new Guard.All(
        IntStream.range(0, FACTS)
            .<Guard>mapToObj(i -> new Guard.Is("f" + i, Set.of(Answer.NO)))
            .toList());
  }

  private static Outcome outcome(Urgency urgency) {
    List<SourcedText> one = List.of(line(urgency.word()));
    return new Outcome(
        urgency.word(),
        urgency,
        new Outcome.Opening(one, List.of(), one),
        new Outcome.Card(one, one, List.of(), List.of()),
        true,
        false,
        Outcome.Handover.NONE);
  }

  private static SourcedText line(String words) {
    return new SourcedText(Guard.always(), Optional.empty(), words, List.of());
  }
}
