package backtalk.proof;

import backtalk.conversation.Answer;
import backtalk.conversation.Conversation;
import backtalk.conversation.Fact;
import backtalk.dialogue.Input;
import backtalk.dialogue.Meaning;
import backtalk.dialogue.Press;
import backtalk.dialogue.Tap;
import backtalk.dialogue.Verb;
import backtalk.understanding.Heard;
import backtalk.understanding.Reply;
import backtalk.understanding.Telling;
import backtalk.understanding.TopicMatch;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Each kind of thing that a person may do or say next, whatever was asked. */
final class Meanings {

  /** The longest message that Telegram lets a person send. */
  private static final String LONGEST = "w".repeat(4096);

  private static final List<String> UNREADABLE =
      List.of("photo", "voice", "video", "sticker", "document", "other");

  private final Conversation conversation;

  Meanings(Conversation conversation) {
    this.conversation = conversation;
  }

  /** All that lowers nothing: what was told stays told. */
  Stream<Meaning> all() {
    return Stream.of(verbs(), topics(), talk(), words(), odd(), taps()).flatMap(kind -> kind);
  }

  /** What makes the longest messages. */
  Stream<Meaning> longest() {
    return Stream.of(
        doubt(last()),
        tellsAll(),
        new Meaning.Command(Verb.CHANGE, ""),
        new Meaning.Command(Verb.MY_DATA, ""),
        new Meaning.Command(Verb.HELP_ME, ""),
        new Meaning.Command(Verb.WHY_THIS, ""));
  }

  private static Stream<Meaning> verbs() {
    return Arrays.stream(Verb.values()).map(verb -> new Meaning.Command(verb, ""));
  }

  private Stream<Meaning> topics() {
    return ends(List.copyOf(conversation.topics().keySet())).map(id -> tapped(new Tap.Choose(id)));
  }

  private Stream<Meaning> talk() {
    return conversation.wording().verbs().keySet().stream()
        .map(verb -> said(heard(List.of(), List.of(), Optional.of(verb))));
  }

  private Stream<Meaning> words() {
    List<String> some = conversation.topics().keySet().stream().limit(3).toList();
    Heard nothing = heard(List.of(), List.of(), Optional.empty());
    return Stream.of(
            Stream.of(said(nothing), said(matched(new TopicMatch.Offered(some)))),
            Stream.of(said(matched(new TopicMatch.Answered(some))), tellsAll()),
            Arrays.stream(Reply.values()).map(reply -> said(replied(reply))),
            ends(told().map(Fact::id).toList()).map(Meanings::doubt),
            Arrays.stream(Input.Manner.values()).map(Meanings::ofSomeoneElse))
        .flatMap(kind -> kind);
  }

  private static Stream<Meaning> odd() {
    return Stream.concat(
        UNREADABLE.stream().map(Meaning.Unreadable::new),
        Stream.of(new Meaning.UnknownCommand(), new Meaning.Pressed(Optional.empty())));
  }

  private Stream<Meaning> taps() {
    return Stream.concat(
        Stream.of(tapped(new Tap.TellRest(Answer.NO)), tapped(new Tap.Do(Verb.BACK))),
        ends(told().map(Fact::id).toList()).map(fact -> tapped(new Tap.Revise(fact))));
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

  private static Meaning tapped(Tap tap) {
    return new Meaning.Pressed(Optional.of(new Press("older", 0, tap)));
  }

  private static Meaning doubt(String fact) {
    return said(heard(List.of(), List.of(fact), Optional.empty()));
  }

  private Meaning tellsAll() {
    List<Telling> all = told().map(fact -> new Telling(fact.id(), Answer.UNSURE)).toList();
    return said(heard(all, List.of(), Optional.empty()));
  }

  private static Meaning said(Heard heard) {
    return new Meaning.Words(LONGEST, Input.Manner.TYPED, heard);
  }

  private static Heard heard(List<Telling> tells, List<String> doubts, Optional<String> verb) {
    return new Heard(
        tells, doubts, Optional.empty(), Optional.empty(), new TopicMatch.Declined(), verb);
  }

  private static Heard matched(TopicMatch match) {
    return new Heard(
        List.of(), List.of(), Optional.empty(), Optional.empty(), match, Optional.empty());
  }

  private static Heard replied(Reply reply) {
    return new Heard(
        List.of(),
        List.of(),
        Optional.empty(),
        Optional.of(reply),
        new TopicMatch.Declined(),
        Optional.empty());
  }

  private static Meaning ofSomeoneElse(Input.Manner manner) {
    Heard heard =
        new Heard(
            List.of(),
            List.of(),
            Optional.of("someone"),
            Optional.empty(),
            new TopicMatch.Declined(),
            Optional.empty());
    return new Meaning.Words(LONGEST, manner, heard);
  }
}
