package backtalk.modelbased;

import backtalk.conversation.Answer;
import backtalk.conversation.Fact;
import backtalk.conversation.Prompt;
import backtalk.conversation.StateMachine;
import backtalk.dialogue.Confirmation;
import backtalk.dialogue.Dialogue;
import backtalk.dialogue.Message;
import backtalk.dialogue.input.ButtonAction;
import backtalk.dialogue.input.ButtonPress;
import backtalk.dialogue.input.CommandKind;
import backtalk.dialogue.input.Input;
import backtalk.dialogue.input.Meaning;
import backtalk.understanding.AnswerKind;
import backtalk.understanding.FactMention;
import backtalk.understanding.NluResult;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The moment in which something is said, as the person sees it: an answer answers what they were
 * shown, and nothing that they were not.
 *
 * @param before the dialogue as it was left
 * @param on the message whose button is pressed; of words the question shown last
 * @param open whether that question is what the bot said last
 * @param moved whether old answers were let go since, or the conversation was changed
 */
record DialogueMoment(
    StateMachine machine, Dialogue before, Optional<Message> on, boolean open, boolean moved) {

  /** What this meaning may and must change. */
  AllowedChange licence(Meaning meaning) {
    return switch (meaning) {
      case Meaning.Pressed(Optional<ButtonPress> press) ->
          press.map(this::pressed).orElse(AllowedChange.NONE);
      case Meaning.Command(CommandKind commandKind, String argument) -> verb(commandKind);
      case Meaning.Words(String text, Input.Manner manner, NluResult result) ->
          words(manner, result);
      case Meaning.UnknownCommand unknown -> AllowedChange.NONE;
      case Meaning.Unreadable unreadable -> AllowedChange.NONE;
      case Meaning.Silence silence -> AllowedChange.NONE;
    };
  }

  /** True for a button of another question than the one that was left open. */
  boolean late(ButtonPress press) {
    return press.action().boundToQuestion()
        && !(press.nonce().equals(before.question().nonce())
            && press.step() == before.question().step());
  }

  private AllowedChange pressed(ButtonPress press) {
    boolean late = late(press);
    return switch (press.action()) {
      case ButtonAction.AnswerFact(String fact, Answer answer) ->
          known(fact) && (!late || alarm(fact, answer)) ? told(fact, answer) : AllowedChange.NONE;
      case ButtonAction.AnswerRest(Answer answer) ->
          late ? AllowedChange.NONE : AllowedChange.of(rest(answer));
      case ButtonAction.Confirm(boolean yes) -> late || !yes ? AllowedChange.NONE : settled();
      case ButtonAction.RunCommand(CommandKind commandKind) ->
          late ? AllowedChange.NONE : verb(commandKind);
      case ButtonAction.ShowTopic topic -> AllowedChange.NONE;
      case ButtonAction.Revise revise -> AllowedChange.NONE;
    };
  }

  private AllowedChange settled() {
    return retraction()
        ? AllowedChange.NONE.back(true).clearing(AllowedChange.Clears.UNDONE)
        : AllowedChange.NONE.clearing(AllowedChange.Clears.CONFIRMED);
  }

  /** True while it is asked whether a telling was a mistake: words do not answer that. */
  private boolean retraction() {
    return before.question().pending().orElse(null) instanceof Confirmation.Retraction;
  }

  private boolean known(String fact) {
    return machine.facts().containsKey(fact) && !machine.fact(fact).workedOut();
  }

  private boolean alarm(String fact, Answer answer) {
    return Answer.MAY_BE.contains(answer) && machine.fact(fact).redFlag();
  }

  private AllowedChange told(String fact, Answer answer) {
    Set<FactMention> may = new HashSet<>(kin(fact, answer).toList());
    if (answer == Answer.YES && onlyOne(fact)) {
      offered()
          .filter(other -> !other.equals(fact))
          .forEach(o -> may.addAll(kin(o, Answer.NO).toList()));
    }
    boolean counts = alarm(fact, answer) || (!moved && Answer.MAY_BE.contains(answer));
    return AllowedChange.of(may)
        .asking(counts ? Map.of(fact, answer) : Map.of())
        .tapping(new FactMention(fact, answer));
  }

  private boolean onlyOne(String fact) {
    return machine.states().values().stream()
        .anyMatch(s -> s.prompt() instanceof Prompt.OneOf one && one.facts().contains(fact));
  }

  private Set<FactMention> rest(Answer answer) {
    return new HashSet<>(offered().flatMap(fact -> kin(fact, answer)).toList());
  }

  /** The facts that the message shown has buttons for. */
  private Stream<String> offered() {
    return on.stream()
        .flatMap(message -> message.rows().stream().flatMap(List::stream))
        .flatMap(button -> ButtonPress.parse(button.data()).stream())
        .flatMap(
            press ->
                press.action() instanceof ButtonAction.AnswerFact(String fact, var any)
                    ? Stream.of(fact)
                    : Stream.of())
        .distinct()
        .filter(this::known);
  }

  private boolean small() {
    return on.stream()
        .flatMap(message -> message.rows().stream().flatMap(List::stream))
        .flatMap(button -> ButtonPress.parse(button.data()).stream())
        .anyMatch(press -> press.action() instanceof ButtonAction.Confirm);
  }

  /** What one telling may bring about: a part and its whole are kept in step. */
  private Stream<FactMention> kin(String fact, Answer answer) {
    Stream<String> whole = ExpectedFacts.whole(machine, fact).stream();
    Stream<String> parts = ExpectedFacts.parts(machine, fact);
    Stream<String> kin =
        switch (answer) {
          case YES -> whole;
          case NO -> parts;
          case UNSURE -> Stream.concat(whole, parts);
          case SKIPPED -> Stream.of();
        };
    return Stream.concat(Stream.of(fact), kin).map(id -> new FactMention(id, answer));
  }

  private static AllowedChange verb(CommandKind commandKind) {
    return switch (commandKind) {
      case BACK -> AllowedChange.NONE.back(true);
      case CHECK, START_OVER -> AllowedChange.NONE.clearing(AllowedChange.Clears.UNLESS_EMERGENCY);
      case START,
          GO_ON,
          UNDO,
          TOPICS,
          CHANGE,
          WHY,
          HELP_ME,
          WHAT_NOW,
          WHY_THIS,
          STOP,
          HELP,
          PRIVACY,
          MY_DATA,
          FORGET ->
          AllowedChange.NONE;
    };
  }

  private AllowedChange words(Input.Manner manner, NluResult result) {
    return switch (manner) {
      case TYPED -> typed(result);
      case EDITED, EDITED_FLOOD -> alarms(result);
      case FLOOD -> signs(result);
      case FORWARDED, FORWARDED_FLOOD -> AllowedChange.NONE;
    };
  }

  /** Red flags, and a yes or a doubt about a fact that is asked: nothing else is answered. */
  private AllowedChange signs(NluResult result) {
    boolean clears =
        before
            .question()
            .pending()
            .filter(it -> it instanceof Confirmation.Forget || it instanceof Confirmation.StartOver)
            .isPresent();
    boolean answers =
        !clears && result.reply().filter(it -> Answer.MAY_BE.contains(answer(it))).isPresent();
    return answers
        ? typed(
                new NluResult(
                    flags(result),
                    List.of(),
                    result.someoneElse(),
                    result.reply(),
                    result.topics(),
                    Optional.empty()))
            .clearing(AllowedChange.Clears.NOT)
        : alarms(result);
  }

  private AllowedChange alarms(NluResult result) {
    List<FactMention> flags = flags(result);
    return AllowedChange.of(telling(flags)).asking(asked(flags));
  }

  private List<FactMention> flags(NluResult result) {
    return result.mentions().stream()
        .filter(mention -> Answer.MAY_BE.contains(mention.answer()))
        .filter(mention -> redFlag(machine.fact(mention.fact())))
        .toList();
  }

  private static boolean redFlag(Fact fact) {
    return fact.redFlag();
  }

  private Set<FactMention> telling(List<FactMention> tells) {
    return new HashSet<>(tells.stream().flatMap(t -> kin(t.fact(), t.answer())).toList());
  }

  private static Map<String, Answer> asked(List<FactMention> flags) {
    Map<String, Answer> must = new HashMap<>();
    flags.forEach(flag -> must.put(flag.fact(), flag.answer()));
    return must;
  }

  private AllowedChange typed(NluResult result) {
    Set<FactMention> may = telling(result.mentions());
    Map<String, Answer> must = asked(flags(result));
    AllowedChange verb =
        result
            .verb()
            .flatMap(CommandKind::named)
            .map(DialogueMoment::verb)
            .orElse(AllowedChange.NONE);
    boolean retracts = result.verb().equals(Optional.of(CommandKind.UNDO.word()));
    if (result.reply().isPresent() && !retracts) {
      AnswerKind answerKind = result.reply().get();
      may.addAll(replied(answerKind));
      must.putAll(result.mentions().isEmpty() ? doubtless(answerKind) : Map.of());
      verb =
          answerKind == AnswerKind.YES && small() && !retraction()
              ? verb.clearing(AllowedChange.Clears.CONFIRMED)
              : verb;
    }
    return new AllowedChange(may, must, verb.back(), verb.clears(), Optional.empty());
  }

  private Set<FactMention> replied(AnswerKind answerKind) {
    boolean which = answerKind == AnswerKind.YES && offered().count() != 1;
    return which ? Set.of() : rest(answer(answerKind));
  }

  /** What a yes or a doubt to the one fact just asked must leave known. */
  private Map<String, Answer> doubtless(AnswerKind answerKind) {
    Answer answer = answer(answerKind);
    List<String> asked = offered().toList();
    return open && !moved && asked.size() == 1 && Answer.MAY_BE.contains(answer) && single()
        ? Map.of(asked.getFirst(), answer)
        : Map.of();
  }

  /** True when each answer to the one fact has its own button. */
  private boolean single() {
    return on.stream()
        .flatMap(message -> message.rows().stream().flatMap(List::stream))
        .flatMap(button -> ButtonPress.parse(button.data()).stream())
        .anyMatch(
            p ->
                p.action() instanceof ButtonAction.AnswerFact(var fact, Answer a)
                    && a == Answer.UNSURE);
  }

  private static Answer answer(AnswerKind answerKind) {
    return switch (answerKind) {
      case YES -> Answer.YES;
      case NO, NONE -> Answer.NO;
      case UNSURE -> Answer.UNSURE;
      case SKIP -> Answer.SKIPPED;
    };
  }
}
