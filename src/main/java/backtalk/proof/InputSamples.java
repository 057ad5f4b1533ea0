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

/** Samples every kind of input that a person may give next, whatever was asked. */
record InputSamples(Conversation conversation) {

  /** Longest message that Telegram lets a person send. */
  private static final String LONGEST = "w".repeat(4096);

  private static final List<String> UNREADABLE =
      List.of("photo", "voice", "video", "sticker", "document", "other");

  /** A message without any meaning. */
  static final NluResult NOTHING = topics(new TopicMatch.Declined());

  private static final NluResult OF_SOMEONE_ELSE =
      result(List.of(), Optional.of("someone"), Optional.empty(), new TopicMatch.Declined());

  /** Returns inputs of every kind that withdraws no recorded answer. */
  Stream<Meaning> all() {
    return Stream.of(commands(), topics(), smallTalk(), words(), unusual(), presses())
        .flatMap(kind -> kind);
  }

  Stream<Meaning> longest() {
    return Stream.of(
        doubt(answerable().isEmpty() ? "" : answerable().getLast()),
        mentionsAll(),
        new Meaning.Command(CommandKind.CHANGE, ""),
        new Meaning.Command(CommandKind.MY_DATA, ""),
        new Meaning.Command(CommandKind.HELP_ME, ""),
        new Meaning.Command(CommandKind.SUMMARY, ""),
        new Meaning.Command(CommandKind.WHY_THIS, ""));
  }

  private static Stream<Meaning> commands() {
    return Arrays.stream(CommandKind.values())
        .map(commandKind -> new Meaning.Command(commandKind, ""));
  }

  private Stream<Meaning> topics() {
    return Stream.concat(
            ends(List.copyOf(conversation.topics().keySet())).map(ButtonAction.ShowTopic::new),
            ends(List.copyOf(conversation.topicGroups().keySet())).map(ButtonAction.ShowGroup::new))
        .map(InputSamples::pressed);
  }

  private Stream<Meaning> smallTalk() {
    return conversation.wording().verbs().keySet().stream()
        .map(verb -> typed(NOTHING.withVerb(Optional.of(verb))));
  }

  private Stream<Meaning> words() {
    List<String> some = conversation.topics().keySet().stream().limit(3).toList();
    return Stream.of(
            Stream.of(NOTHING, topics(new TopicMatch.Offered(some))).map(InputSamples::typed),
            Stream.of(
                typed(
                    topics(
                        new TopicMatch.Answered(
                            some.subList(0, Math.min(1, some.size())), some, true))),
                mentionsAll()),
            Arrays.stream(AnswerKind.values()).map(answerKind -> typed(answer(answerKind))),
            ends(answerable()).map(InputSamples::doubt),
            Arrays.stream(Input.Manner.values())
                .map(manner -> new Meaning.Words(LONGEST, manner, OF_SOMEONE_ELSE)))
        .flatMap(kind -> kind);
  }

  private static Stream<Meaning> unusual() {
    return Stream.concat(
        UNREADABLE.stream().map(Meaning.Unreadable::new),
        Stream.of(new Meaning.UnknownCommand(), new Meaning.Pressed(Optional.empty())));
  }

  private Stream<Meaning> presses() {
    return Stream.concat(
            Stream.<ButtonAction>of(
                new ButtonAction.AnswerRest(Answer.NO),
                new ButtonAction.RunCommand(CommandKind.BACK)),
            ends(answerable()).map(ButtonAction.Revise::new))
        .map(InputSamples::pressed);
  }

  /** Returns the first and the last element: of one kind, two are enough. */
  private static Stream<String> ends(List<String> all) {
    return all.isEmpty() ? Stream.empty() : Stream.of(all.getFirst(), all.getLast());
  }

  private List<String> answerable() {
    return conversation.machine().answerable().stream().map(Fact::id).toList();
  }

  private static Meaning pressed(ButtonAction action) {
    return new Meaning.Pressed(Optional.of(new ButtonPress("older", 0, action)));
  }

  private static Meaning typed(NluResult result) {
    return new Meaning.Words(LONGEST, Input.Manner.TYPED, result);
  }

  private Meaning mentionsAll() {
    return typed(
        NOTHING.withMentions(
            answerable().stream().map(fact -> new FactMention(fact, Answer.UNSURE)).toList()));
  }

  private static Meaning doubt(String fact) {
    return typed(
        result(List.of(fact), Optional.empty(), Optional.empty(), new TopicMatch.Declined()));
  }

  private static NluResult topics(TopicMatch match) {
    return result(List.of(), Optional.empty(), Optional.empty(), match);
  }

  private static NluResult answer(AnswerKind answerKind) {
    return result(List.of(), Optional.empty(), Optional.of(answerKind), new TopicMatch.Declined());
  }

  private static NluResult result(
      List<String> doubts,
      Optional<String> someoneElse,
      Optional<AnswerKind> reply,
      TopicMatch match) {
    return new NluResult(List.of(), doubts, someoneElse, reply, match, Optional.empty());
  }
}
