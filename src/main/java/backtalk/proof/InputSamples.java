package backtalk.proof;

import backtalk.conversation.Answer;
import backtalk.conversation.Conversation;
import backtalk.conversation.Fact;
import backtalk.dialogue.input.ButtonAction;
import backtalk.dialogue.input.ButtonPress;
import backtalk.dialogue.input.CommandKind;
import backtalk.dialogue.input.Input;
import backtalk.dialogue.input.Meaning;
import backtalk.understanding.AnswerKind;
import backtalk.understanding.FactMention;
import backtalk.understanding.NluResult;
import backtalk.understanding.TopicMatch;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Each kind of thing that a person may do or say next, whatever was asked. */
public final class InputSamples {

  /** The longest message that Telegram lets a person send. */
  private static final String LONGEST = "w".repeat(4096);

  private static final List<String> UNREADABLE =
      List.of("photo", "voice", "video", "sticker", "document", "other");

  private final Conversation conversation;

  public InputSamples(Conversation conversation) {
    this.conversation = conversation;
  }

  /** All that lowers nothing: what was told stays told. */
  public Stream<Meaning> all() {
    return Stream.of(verbs(), topics(), talk(), words(), odd(), taps()).flatMap(kind -> kind);
  }

  /** What makes the longest messages. */
  public Stream<Meaning> longest() {
    return Stream.of(
        doubt(last()),
        tellsAll(),
        new Meaning.Command(CommandKind.CHANGE, ""),
        new Meaning.Command(CommandKind.MY_DATA, ""),
        new Meaning.Command(CommandKind.HELP_ME, ""),
        new Meaning.Command(CommandKind.WHY_THIS, ""));
  }

  private static Stream<Meaning> verbs() {
    return Arrays.stream(CommandKind.values())
        .map(commandKind -> new Meaning.Command(commandKind, ""));
  }

  private Stream<Meaning> topics() {
    return ends(List.copyOf(conversation.topics().keySet()))
        .map(id -> tapped(new ButtonAction.ShowTopic(id)));
  }

  private Stream<Meaning> talk() {
    return conversation.wording().verbs().keySet().stream()
        .map(verb -> said(heard(List.of(), List.of(), Optional.of(verb))));
  }

  private Stream<Meaning> words() {
    List<String> some = conversation.topics().keySet().stream().limit(3).toList();
    NluResult nothing = heard(List.of(), List.of(), Optional.empty());
    return Stream.of(
            Stream.of(said(nothing), said(matched(new TopicMatch.Offered(some)))),
            Stream.of(said(matched(new TopicMatch.Answered(some))), tellsAll()),
            Arrays.stream(AnswerKind.values()).map(answerKind -> said(replied(answerKind))),
            ends(told().map(Fact::id).toList()).map(InputSamples::doubt),
            Arrays.stream(Input.Manner.values()).map(InputSamples::ofSomeoneElse))
        .flatMap(kind -> kind);
  }

  private static Stream<Meaning> odd() {
    return Stream.concat(
        UNREADABLE.stream().map(Meaning.Unreadable::new),
        Stream.of(new Meaning.UnknownCommand(), new Meaning.Pressed(Optional.empty())));
  }

  private Stream<Meaning> taps() {
    return Stream.concat(
        Stream.of(
            tapped(new ButtonAction.AnswerRest(Answer.NO)),
            tapped(new ButtonAction.RunCommand(CommandKind.BACK))),
        ends(told().map(Fact::id).toList()).map(fact -> tapped(new ButtonAction.Revise(fact))));
  }

  /** The first and the last: of one kind, two are enough. */
  private static Stream<String> ends(List<String> all) {
    return all.isEmpty() ? Stream.empty() : Stream.of(all.getFirst(), all.getLast());
  }

  private Stream<Fact> told() {
    return conversation.machine().facts().values().stream().filter(fact -> !fact.workedOut());
  }

  private String last() {
    return told().map(Fact::id).reduce("", (a, b) -> b);
  }

  private static Meaning tapped(ButtonAction tap) {
    return new Meaning.Pressed(Optional.of(new ButtonPress("older", 0, tap)));
  }

  private static Meaning doubt(String fact) {
    return said(heard(List.of(), List.of(fact), Optional.empty()));
  }

  private Meaning tellsAll() {
    List<FactMention> all = told().map(fact -> new FactMention(fact.id(), Answer.UNSURE)).toList();
    return said(heard(all, List.of(), Optional.empty()));
  }

  private static Meaning said(NluResult result) {
    return new Meaning.Words(LONGEST, Input.Manner.TYPED, result);
  }

  private static NluResult heard(
      List<FactMention> tells, List<String> doubts, Optional<String> verb) {
    return new NluResult(
        tells, doubts, Optional.empty(), Optional.empty(), new TopicMatch.Declined(), verb);
  }

  private static NluResult matched(TopicMatch match) {
    return new NluResult(
        List.of(), List.of(), Optional.empty(), Optional.empty(), match, Optional.empty());
  }

  private static NluResult replied(AnswerKind answerKind) {
    return new NluResult(
        List.of(),
        List.of(),
        Optional.empty(),
        Optional.of(answerKind),
        new TopicMatch.Declined(),
        Optional.empty());
  }

  private static Meaning ofSomeoneElse(Input.Manner manner) {
    NluResult result =
        new NluResult(
            List.of(),
            List.of(),
            Optional.of("someone"),
            Optional.empty(),
            new TopicMatch.Declined(),
            Optional.empty());
    return new Meaning.Words(LONGEST, manner, result);
  }
}
