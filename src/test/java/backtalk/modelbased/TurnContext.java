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
 * Computes the changes that an input may make, from the dialogue before it and the message that the
 * person saw. An answer counts only for facts that were shown.
 *
 * @param before the dialogue before the input
 * @param on the message whose button was pressed; for text, the question shown last
 * @param open true when that question is the bot's newest message
 * @param moved true when answers expired since, or the conversation was changed
 */
record TurnContext(
    StateMachine machine, Dialogue before, Optional<Message> on, boolean open, boolean moved) {

  /** Returns the change that a meaning may make and must make. */
  AllowedChange allowedChange(Meaning meaning) {
    return switch (meaning) {
      case Meaning.Pressed(Optional<ButtonPress> press) ->
          press.map(this::pressed).orElse(AllowedChange.NONE);
      case Meaning.Command(CommandKind commandKind, String argument) -> command(commandKind);
      case Meaning.Words(String text, Input.Manner manner, NluResult result) ->
          words(manner, result);
      case Meaning.UnknownCommand unknown -> AllowedChange.NONE;
      case Meaning.Unreadable unreadable -> AllowedChange.NONE;
      case Meaning.Silence silence -> AllowedChange.NONE;
      case Meaning.FollowUpDue due -> AllowedChange.NONE;
    };
  }

  /** Returns true for a button of a question that is not the open one. */
  boolean late(ButtonPress press) {
    return press.action().boundToQuestion()
        && !(press.nonce().equals(before.question().nonce())
            && press.step() == before.question().step());
  }

  private AllowedChange pressed(ButtonPress press) {
    boolean late = late(press);
    return switch (press.action()) {
      case ButtonAction.AnswerFact(String fact, Answer answer) ->
          known(fact) && (!late || raisesRedFlag(fact, answer))
              ? answered(fact, answer)
              : AllowedChange.NONE;
      case ButtonAction.AnswerRest(Answer answer) ->
          late ? AllowedChange.NONE : AllowedChange.of(rest(answer));
      case ButtonAction.Confirm(boolean yes) -> late || !yes ? AllowedChange.NONE : confirmed();
      case ButtonAction.RunCommand(CommandKind commandKind) ->
          late ? AllowedChange.NONE : command(commandKind);
      case ButtonAction.ShowTopic topic -> AllowedChange.NONE;
      case ButtonAction.ShowGroup group -> AllowedChange.NONE;
      case ButtonAction.Revise revise -> AllowedChange.NONE;
    };
  }

  private AllowedChange confirmed() {
    return retraction()
        ? AllowedChange.NONE.back(true).clearing(AllowedChange.Clears.UNDONE)
        : AllowedChange.NONE.clearing(AllowedChange.Clears.CONFIRMED);
  }

  /** Returns true while an undo is to be confirmed, which typed text cannot do. */
  private boolean retraction() {
    return before.question().pending().orElse(null) instanceof Confirmation.Retraction;
  }

  private boolean known(String fact) {
    return machine.facts().containsKey(fact) && !machine.fact(fact).workedOut();
  }

  private boolean raisesRedFlag(String fact, Answer answer) {
    return Answer.MAY_BE.contains(answer) && machine.fact(fact).redFlag();
  }

  private AllowedChange answered(String fact, Answer answer) {
    Set<FactMention> may = new HashSet<>(linked(fact, answer).toList());
    if (answer == Answer.YES && onlyOne(fact)) {
      offered()
          .filter(other -> !other.equals(fact))
          .forEach(o -> may.addAll(linked(o, Answer.NO).toList()));
    }
    boolean counts = raisesRedFlag(fact, answer) || (!moved && Answer.MAY_BE.contains(answer));
    return AllowedChange.of(may)
        .requiring(counts ? Map.of(fact, answer) : Map.of())
        .tapping(new FactMention(fact, answer));
  }

  private boolean onlyOne(String fact) {
    return machine.states().values().stream()
        .anyMatch(s -> s.prompt() instanceof Prompt.OneOf one && one.facts().contains(fact));
  }

  private Set<FactMention> rest(Answer answer) {
    return new HashSet<>(offered().flatMap(fact -> linked(fact, answer)).toList());
  }

  /** Returns the facts that the shown message has buttons for. */
  private Stream<String> offered() {
    return on.stream()
        .flatMap(message -> message.buttons().stream())
        .flatMap(button -> ButtonPress.parse(button.data()).stream())
        .flatMap(
            press ->
                press.action() instanceof ButtonAction.AnswerFact(String fact, var any)
                    ? Stream.of(fact)
                    : Stream.of())
        .distinct()
        .filter(this::known);
  }

  private boolean hasConfirmButton() {
    return on.stream()
        .flatMap(message -> message.buttons().stream())
        .flatMap(button -> ButtonPress.parse(button.data()).stream())
        .anyMatch(press -> press.action() instanceof ButtonAction.Confirm);
  }

  /** Returns the facts that one answer may record: itself, and its linked part or whole. */
  private Stream<FactMention> linked(String fact, Answer answer) {
    Stream<String> whole = ExpectedFacts.whole(machine, fact).stream();
    Stream<String> parts = ExpectedFacts.parts(machine, fact);
    Stream<String> linkedFacts =
        switch (answer) {
          case YES -> whole;
          case NO -> parts;
          case UNSURE -> Stream.concat(whole, parts);
          case SKIPPED -> Stream.of();
        };
    return Stream.concat(Stream.of(fact), linkedFacts).map(id -> new FactMention(id, answer));
  }

  private static AllowedChange command(CommandKind commandKind) {
    return switch (commandKind) {
      case BACK -> AllowedChange.NONE.back(true);
      case CHECK, START_OVER, WORSE ->
          AllowedChange.NONE.clearing(AllowedChange.Clears.UNLESS_EMERGENCY);
      case START,
          GO_ON,
          UNDO,
          TOPICS,
          CHANGE,
          WHY,
          HELP_ME,
          WHAT_NOW,
          WHY_THIS,
          SUMMARY,
          ASK_AGAIN,
          IN_THREE_DAYS,
          IN_A_WEEK,
          NOT_AGAIN,
          BETTER,
          SAME,
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
      case EDITED, EDITED_FLOOD -> redFlags(result);
      case FLOOD -> overFloodLimit(result);
      case FORWARDED, FORWARDED_FLOOD -> AllowedChange.NONE;
    };
  }

  /** Allows red flags over the flood limit, and a yes or a doubt to the fact just asked. */
  private AllowedChange overFloodLimit(NluResult result) {
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
        : redFlags(result);
  }

  private AllowedChange redFlags(NluResult result) {
    List<FactMention> flags = flags(result);
    return AllowedChange.of(mayRecord(flags)).requiring(required(flags));
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

  private Set<FactMention> mayRecord(List<FactMention> mentions) {
    return new HashSet<>(mentions.stream().flatMap(t -> linked(t.fact(), t.answer())).toList());
  }

  private static Map<String, Answer> required(List<FactMention> flags) {
    Map<String, Answer> must = new HashMap<>();
    flags.forEach(flag -> must.put(flag.fact(), flag.answer()));
    return must;
  }

  private AllowedChange typed(NluResult result) {
    Set<FactMention> may = mayRecord(result.mentions());
    Map<String, Answer> must = required(flags(result));
    AllowedChange command =
        result
            .verb()
            .flatMap(CommandKind::named)
            .map(TurnContext::command)
            .orElse(AllowedChange.NONE);
    boolean retracts = result.verb().equals(Optional.of(CommandKind.UNDO.word()));
    if (result.reply().isPresent() && !retracts) {
      AnswerKind answerKind = result.reply().get();
      may.addAll(replied(answerKind));
      must.putAll(result.mentions().isEmpty() ? requiredReply(answerKind) : Map.of());
      command =
          answerKind == AnswerKind.YES && hasConfirmButton() && !retraction()
              ? command.clearing(AllowedChange.Clears.CONFIRMED)
              : command;
    }
    return new AllowedChange(may, must, command.back(), command.clears(), Optional.empty());
  }

  private Set<FactMention> replied(AnswerKind answerKind) {
    boolean which = answerKind == AnswerKind.YES && offered().count() != 1;
    return which ? Set.of() : rest(answer(answerKind));
  }

  /** Returns the fact that a yes or a doubt to the only open fact must record. */
  private Map<String, Answer> requiredReply(AnswerKind answerKind) {
    Answer answer = answer(answerKind);
    List<String> asked = offered().toList();
    return open
            && !moved
            && asked.size() == 1
            && Answer.MAY_BE.contains(answer)
            && hasUnsureButton()
        ? Map.of(asked.getFirst(), answer)
        : Map.of();
  }

  /** Returns true when the message has a button for an unsure answer to one fact. */
  private boolean hasUnsureButton() {
    return on.stream()
        .flatMap(message -> message.buttons().stream())
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
