package backtalk.walks;

import backtalk.conversation.Answer;
import backtalk.conversation.Expect;
import backtalk.conversation.Fact;
import backtalk.conversation.Machine;
import backtalk.dialogue.Dialogue;
import backtalk.dialogue.Input;
import backtalk.dialogue.Meaning;
import backtalk.dialogue.Message;
import backtalk.dialogue.Pending;
import backtalk.dialogue.Press;
import backtalk.dialogue.Tap;
import backtalk.dialogue.Verb;
import backtalk.understanding.Heard;
import backtalk.understanding.Reply;
import backtalk.understanding.Telling;
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
record Moment(Machine machine, Dialogue before, Optional<Message> on, boolean open, boolean moved) {

  /** What this meaning may and must change. */
  Licence licence(Meaning meaning) {
    return switch (meaning) {
      case Meaning.Pressed(Optional<Press> press) -> press.map(this::pressed).orElse(Licence.NONE);
      case Meaning.Command(Verb verb, String argument) -> verb(verb);
      case Meaning.Words(String text, Input.Manner manner, Heard heard) -> words(manner, heard);
      case Meaning.UnknownCommand unknown -> Licence.NONE;
      case Meaning.Unreadable unreadable -> Licence.NONE;
      case Meaning.Silence silence -> Licence.NONE;
    };
  }

  /** True for a button of another question than the one that was left open. */
  boolean late(Press press) {
    return press.tap().boundToQuestion()
        && !(press.nonce().equals(before.asked().nonce()) && press.step() == before.asked().step());
  }

  private Licence pressed(Press press) {
    boolean late = late(press);
    return switch (press.tap()) {
      case Tap.Tell(String fact, Answer answer) ->
          known(fact) && (!late || alarm(fact, answer)) ? told(fact, answer) : Licence.NONE;
      case Tap.TellRest(Answer answer) -> late ? Licence.NONE : Licence.of(rest(answer));
      case Tap.Settle(boolean yes) -> late || !yes ? Licence.NONE : settled();
      case Tap.Do(Verb verb) -> late ? Licence.NONE : verb(verb);
      case Tap.Choose choose -> Licence.NONE;
      case Tap.Revise revise -> Licence.NONE;
    };
  }

  private Licence settled() {
    return retraction()
        ? Licence.NONE.back(true).clearing(Licence.Clears.UNDONE)
        : Licence.NONE.clearing(Licence.Clears.CONFIRMED);
  }

  /** True while it is asked whether a telling was a mistake: words do not answer that. */
  private boolean retraction() {
    return before.asked().pending().orElse(null) instanceof Pending.Retraction;
  }

  private boolean known(String fact) {
    return machine.facts().containsKey(fact) && !machine.fact(fact).workedOut();
  }

  private boolean alarm(String fact, Answer answer) {
    return answer == Answer.YES && machine.fact(fact).severity().emergency();
  }

  private Licence told(String fact, Answer answer) {
    Set<Telling> may = new HashSet<>(kin(fact, answer).toList());
    if (answer == Answer.YES && onlyOne(fact)) {
      offered()
          .filter(other -> !other.equals(fact))
          .forEach(o -> may.addAll(kin(o, Answer.NO).toList()));
    }
    boolean counts = alarm(fact, answer) || (!moved && Answer.MAY_BE.contains(answer));
    return Licence.of(may)
        .asking(counts ? Map.of(fact, answer) : Map.of())
        .tapping(new Telling(fact, answer));
  }

  private boolean onlyOne(String fact) {
    return machine.states().values().stream()
        .anyMatch(s -> s.expect() instanceof Expect.OneOf one && one.facts().contains(fact));
  }

  private Set<Telling> rest(Answer answer) {
    return new HashSet<>(offered().flatMap(fact -> kin(fact, answer)).toList());
  }

  /** The facts that the message shown has buttons for. */
  private Stream<String> offered() {
    return on.stream()
        .flatMap(message -> message.rows().stream().flatMap(List::stream))
        .flatMap(button -> Press.parse(button.data()).stream())
        .flatMap(
            press ->
                press.tap() instanceof Tap.Tell(String fact, var any)
                    ? Stream.of(fact)
                    : Stream.of())
        .distinct()
        .filter(this::known);
  }

  private boolean small() {
    return on.stream()
        .flatMap(message -> message.rows().stream().flatMap(List::stream))
        .flatMap(button -> Press.parse(button.data()).stream())
        .anyMatch(press -> press.tap() instanceof Tap.Settle);
  }

  /** What one telling may bring about: a part and its whole are kept in step. */
  private Stream<Telling> kin(String fact, Answer answer) {
    Stream<String> whole = Ledger.whole(machine, fact).stream();
    Stream<String> parts = Ledger.parts(machine, fact);
    Stream<String> kin =
        switch (answer) {
          case YES -> whole;
          case NO -> parts;
          case UNSURE -> Stream.concat(whole, parts);
          case SKIPPED -> Stream.of();
        };
    return Stream.concat(Stream.of(fact), kin).map(id -> new Telling(id, answer));
  }

  private static Licence verb(Verb verb) {
    return switch (verb) {
      case BACK -> Licence.NONE.back(true);
      case CHECK, START_OVER -> Licence.NONE.clearing(Licence.Clears.UNLESS_EMERGENCY);
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
          Licence.NONE;
    };
  }

  private Licence words(Input.Manner manner, Heard heard) {
    return switch (manner) {
      case TYPED -> typed(heard);
      case EDITED -> alarms(heard);
      case FLOOD -> signs(heard);
      case FORWARDED, FORWARDED_FLOOD -> Licence.NONE;
    };
  }

  /** Red flags, and a yes or a doubt about what is asked. */
  private Licence signs(Heard heard) {
    boolean answers = heard.reply().filter(it -> Answer.MAY_BE.contains(answer(it))).isPresent();
    return answers
        ? typed(
            new Heard(
                flags(heard),
                List.of(),
                heard.someoneElse(),
                heard.reply(),
                heard.topics(),
                Optional.empty()))
        : alarms(heard);
  }

  private Licence alarms(Heard heard) {
    List<Telling> flags = flags(heard);
    return Licence.of(telling(flags)).asking(asked(flags));
  }

  private List<Telling> flags(Heard heard) {
    return heard.tells().stream()
        .filter(telling -> Answer.MAY_BE.contains(telling.answer()))
        .filter(telling -> redFlag(machine.fact(telling.fact())))
        .toList();
  }

  private static boolean redFlag(Fact fact) {
    return fact.redFlag();
  }

  private Set<Telling> telling(List<Telling> tells) {
    return new HashSet<>(tells.stream().flatMap(t -> kin(t.fact(), t.answer())).toList());
  }

  private static Map<String, Answer> asked(List<Telling> flags) {
    Map<String, Answer> must = new HashMap<>();
    flags.forEach(flag -> must.put(flag.fact(), flag.answer()));
    return must;
  }

  private Licence typed(Heard heard) {
    Set<Telling> may = telling(heard.tells());
    Map<String, Answer> must = asked(flags(heard));
    Licence verb = heard.verb().flatMap(Verb::named).map(Moment::verb).orElse(Licence.NONE);
    boolean retracts = heard.verb().equals(Optional.of(Verb.UNDO.word()));
    if (heard.reply().isPresent() && !retracts) {
      Reply reply = heard.reply().get();
      may.addAll(replied(reply));
      must.putAll(heard.tells().isEmpty() ? doubtless(reply) : Map.of());
      verb =
          reply == Reply.YES && small() && !retraction()
              ? verb.clearing(Licence.Clears.CONFIRMED)
              : verb;
    }
    return new Licence(may, must, verb.back(), verb.clears(), Optional.empty());
  }

  private Set<Telling> replied(Reply reply) {
    boolean which = reply == Reply.YES && offered().count() != 1;
    return which ? Set.of() : rest(answer(reply));
  }

  /** What a yes or a doubt to the one fact just asked must leave known. */
  private Map<String, Answer> doubtless(Reply reply) {
    Answer answer = answer(reply);
    List<String> asked = offered().toList();
    return open && !moved && asked.size() == 1 && Answer.MAY_BE.contains(answer) && single()
        ? Map.of(asked.getFirst(), answer)
        : Map.of();
  }

  /** True when each answer to the one fact has its own button. */
  private boolean single() {
    return on.stream()
        .flatMap(message -> message.rows().stream().flatMap(List::stream))
        .flatMap(button -> Press.parse(button.data()).stream())
        .anyMatch(p -> p.tap() instanceof Tap.Tell(var fact, Answer a) && a == Answer.UNSURE);
  }

  private static Answer answer(Reply reply) {
    return switch (reply) {
      case YES -> Answer.YES;
      case NO, NONE -> Answer.NO;
      case UNSURE -> Answer.UNSURE;
      case SKIP -> Answer.SKIPPED;
    };
  }
}
