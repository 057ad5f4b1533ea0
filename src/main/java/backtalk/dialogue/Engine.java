package backtalk.dialogue;

import backtalk.conversation.Answer;
import backtalk.conversation.Conversation;
import backtalk.conversation.Level;
import backtalk.conversation.Machine;
import backtalk.conversation.Past;
import backtalk.conversation.Place;
import backtalk.understanding.Heard;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Takes dialogues on, turn by turn: pure, without clock, store or channel. The same dialogue,
 * meaning and time always give the same turn.
 */
public final class Engine {

  /** Verbs after which somebody who is back after long needs no reminder of what was kept. */
  private static final Set<Verb> KNOW_WHERE =
      Set.of(Verb.CHECK, Verb.GO_ON, Verb.START_OVER, Verb.FORGET);

  private final Conversation conversation;
  private final Machine machine;
  private final Phrasebook phrases;
  private final Freshness freshness;
  private final Questions questions;
  private final Endings endings;
  private final Pages pages;
  private final Acts acts;
  private final TapReactions taps;
  private final WordReactions words;
  private final Speaker speaker;
  private final GroupEngine group;

  /** An engine for one conversation. */
  public Engine(Conversation conversation) {
    this.conversation = conversation;
    machine = conversation.machine();
    phrases = new Phrasebook(conversation);
    freshness = new Freshness(conversation);
    questions = new Questions(conversation);
    TopicCards topics = new TopicCards(conversation);
    endings = new Endings(conversation, topics);
    pages = new Pages(conversation, topics, endings, questions);
    acts = new Acts(conversation, pages);
    Answering answering = new Answering(machine, phrases);
    taps = new TapReactions(machine, phrases, answering, acts);
    words = new WordReactions(machine, phrases, answering, acts);
    speaker = new Speaker(conversation, topics, endings, questions, pages);
    group = new GroupEngine(conversation, topics);
  }

  /** A dialogue in which nothing was said yet. */
  public Dialogue begin(Instant now) {
    return Dialogue.begin(conversation.about().hash(), now);
  }

  /** Takes one input to its messages. */
  public Turn turn(Dialogue before, Meaning meaning, Instant now) {
    Dialogue fresh = freshness.refreshed(before, now);
    if (meaning instanceof Meaning.Silence) {
      return gist(before, fresh, Reaction.of(fresh), List.of(), before);
    }
    boolean moved = fresh.asked().step() != before.asked().step();
    Meaning counting = moved ? answeringNothing(meaning) : meaning;
    Reaction reacted = react(fresh.at(now), counting, now);
    if (reacted.quiet()) {
      return gist(before, fresh, reacted, List.of(), before);
    }
    Reaction current = reacted.to(freshness.fresh(reacted.dialogue(), now));
    Reaction reaction = moved(before, now, resumed(before, current, meaning, now));
    Reaction stepped = reaction.to(stepped(before, reaction.dialogue()));
    Speaker.Spoken spoken = speaker.speak(before, stepped);
    Dialogue left =
        spoken.dialogue().with(spoken.dialogue().asked().at(freshness.print(spoken.dialogue())));
    return gist(before, left, stepped, spoken.messages(), left);
  }

  /** Words said to a question that is no longer the open one answer nothing. */
  private static Meaning answeringNothing(Meaning meaning) {
    return meaning instanceof Meaning.Words(String text, Input.Manner manner, Heard heard)
        ? new Meaning.Words(text, manner, heard.answeringNothing())
        : meaning;
  }

  private Reaction react(Dialogue dialogue, Meaning meaning, Instant now) {
    Reaction reaction = Reaction.of(dialogue);
    return switch (meaning) {
      case Meaning.Words said -> words.to(dialogue, said, now);
      case Meaning.Pressed(Optional<Press> press) -> taps.to(dialogue, press.map(this::named), now);
      case Meaning.Command(Verb verb, String argument) -> command(reaction, verb, argument, now);
      case Meaning.UnknownCommand unknown -> reaction.saying(pages.withMenu("help"));
      case Meaning.Unreadable(String kind) -> reaction.saying(new Saying.Note(unreadable(kind)));
      case Meaning.Silence silence -> reaction;
    };
  }

  /** A button still on a screen may call a fact by an older name. */
  private Press named(Press press) {
    Past past = conversation.past();
    return switch (press.tap()) {
      case Tap.Tell(String fact, Answer answer) -> press.with(new Tap.Tell(past.now(fact), answer));
      case Tap.Revise(String fact) -> press.with(new Tap.Revise(past.now(fact)));
      case Tap.TellRest rest -> press;
      case Tap.Choose choose -> press;
      case Tap.Settle settle -> press;
      case Tap.Do verb -> press;
    };
  }

  /** A deep link names a topic, or begins a check. */
  private Reaction command(Reaction reaction, Verb verb, String argument, Instant now) {
    Reaction done = acts.verb(reaction, verb, now);
    if (verb != Verb.START || argument.isEmpty()) {
      return done;
    }
    return argument.equals(Verb.CHECK.word())
        ? acts.verb(done, Verb.GO_ON, now)
        : acts.cards(done, List.of(argument));
  }

  private String unreadable(String kind) {
    return phrases.say("unreadable", Map.of("kind", phrases.say("unreadable-" + kind)));
  }

  /** Somebody is back after long: what was kept is offered, unless they know where they are. */
  private Reaction resumed(Dialogue before, Reaction reaction, Meaning meaning, Instant now) {
    boolean knows = verb(meaning).filter(KNOW_WHERE::contains).isPresent();
    return freshness.resumed(before, now) && !knows
        ? reaction.opening(pages.resumed(reaction.dialogue()))
        : reaction;
  }

  private static Optional<Verb> verb(Meaning meaning) {
    return switch (meaning) {
      case Meaning.Command(Verb verb, String argument) -> Optional.of(verb);
      case Meaning.Pressed(Optional<Press> press) ->
          press
              .map(Press::tap)
              .flatMap(tap -> tap instanceof Tap.Do(Verb v) ? Optional.of(v) : Optional.empty());
      case Meaning.Words words -> Optional.empty();
      case Meaning.Unreadable unreadable -> Optional.empty();
      case Meaning.UnknownCommand unknown -> Optional.empty();
      case Meaning.Silence silence -> Optional.empty();
    };
  }

  /** The conversation was changed meanwhile: it goes on, and says so where the place moved. */
  private Reaction moved(Dialogue before, Instant now, Reaction reaction) {
    Reaction under = reaction.to(reaction.dialogue().under(conversation.about().hash()));
    return freshness.moved(before, now) && before.begun()
        ? under.opening(new Saying.Note(phrases.say("step-moved")))
        : under;
  }

  /** Every change of what is known or asked makes older buttons late. */
  private static Dialogue stepped(Dialogue before, Dialogue after) {
    boolean same =
        before.facts().equals(after.facts())
            && before.begun() == after.begun()
            && before.asked().equals(after.asked())
            && before.conversation().equals(after.conversation());
    return same || !before.asked().nonce().equals(after.asked().nonce())
        ? after
        : after.with(after.asked().next());
  }

  private Turn gist(
      Dialogue before, Dialogue seen, Reaction reaction, List<Message> messages, Dialogue kept) {
    Place place = machine.where(seen.facts(), seen.begun());
    Optional<Level> level = new Standing(machine, seen.facts()).level(place);
    Optional<Level> reached = level.filter(due -> seen.begun() || due.atLeast(Level.PROFESSIONAL));
    return new Turn(
        kept,
        messages,
        new Turn.Gist(action(reaction, messages, reached), reaction.topics(), place.word(), level),
        reaction.toast(),
        answered(before, kept),
        reaction.forget() ? List.of(Turn.Effect.FORGET) : List.of());
  }

  private static Action action(Reaction reaction, List<Message> messages, Optional<Level> level) {
    boolean asks = messages.stream().anyMatch(m -> m.kind() == Message.Kind.QUESTION);
    List<Action> did = new ArrayList<>(reaction.did());
    did.add(asks ? Action.ASK : Action.MENU);
    return Stream.concat(level.map(Action::of).stream(), did.stream())
        .min(Comparator.naturalOrder())
        .orElse(Action.MENU);
  }

  private Optional<Text> answered(Dialogue before, Dialogue after) {
    return before.facts().equals(after.facts())
        ? Optional.empty()
        : questions.answered(after.facts());
  }

  /**
   * The buttons of the open question, or of the ending, so that their labels can be typed; none of
   * a retraction, which words do not settle.
   */
  List<List<Choice>> keyboard(Dialogue dialogue, Instant now) {
    Dialogue fresh = freshness.refreshed(dialogue, now);
    if (fresh.asked().pending().orElse(null) instanceof Pending.Retraction) {
      return List.of();
    }
    Place place = machine.where(fresh.facts(), fresh.begun());
    return questions
        .open(fresh, place)
        .map(questions::rows)
        .orElseGet(() -> place instanceof Place.Ended ? endings.rows() : List.of());
  }

  /** The question that is open, as hearing needs it. */
  Optional<Questions.Open> question(Dialogue dialogue, Instant now) {
    Dialogue fresh = freshness.refreshed(dialogue, now);
    return questions.open(fresh, machine.where(fresh.facts(), fresh.begun()));
  }

  /** Answers in a group, where nobody's facts are asked or kept. */
  public Turn inGroup(Meaning meaning, Instant now) {
    return group.turn(begin(now), meaning);
  }
}
