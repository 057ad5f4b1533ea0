package backtalk.dialogue;

import backtalk.conversation.Answer;
import backtalk.conversation.Conversation;
import backtalk.conversation.Fact;
import backtalk.conversation.Level;
import backtalk.conversation.Machine;
import backtalk.conversation.Place;
import backtalk.conversation.State;
import backtalk.conversation.Topic;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What a dialogue can do, whether by a button, a command or in words. */
final class Acts {

  /** Wishes and small talk of people who should act, and are told how. */
  private static final Set<String> TO_ACT = Set.of(Verb.HELP.word(), "fear", "objection");

  private final Conversation conversation;
  private final Machine machine;
  private final Phrasebook phrases;
  private final Pages pages;
  private final Retractions retractions;

  Acts(Conversation conversation, Pages pages) {
    this.conversation = conversation;
    this.machine = conversation.machine();
    this.phrases = new Phrasebook(conversation);
    this.pages = pages;
    this.retractions = new Retractions(machine, phrases);
  }

  /** Asks one earlier answer again. */
  Reaction revise(Reaction reaction, String fact) {
    return reaction.to(reaction.dialogue().pending(Optional.of(new Pending.OfFact(fact))));
  }

  /** Answers a small question of the dialogue's own. */
  Reaction settle(Reaction reaction, boolean yes, Instant now) {
    Dialogue settled = reaction.dialogue().pending(Optional.<Pending>empty());
    Reaction done = reaction.to(settled);
    return switch (reaction.dialogue().asked().pending().orElse(null)) {
      case Pending.Forget forget ->
          yes ? forgotten(now).forgetting() : done.saying(note("forget-kept"));
      case Pending.StartOver over -> yes ? cleared(done, now) : done;
      case Pending.Retraction retraction -> retractions.settle(done, retraction, yes);
      case null, default -> done;
    };
  }

  private Reaction forgotten(Instant now) {
    Dialogue nobody = Dialogue.begin(conversation.about().hash(), now);
    return Reaction.of(nobody).saying(pages.plain("forgotten"));
  }

  private Reaction cleared(Reaction reaction, Instant now) {
    Dialogue anew = Dialogue.begin(conversation.about().hash(), now).begun(true);
    return reaction.to(anew).saying(note("started-over"));
  }

  /** Answers questions with their cards. */
  Reaction cards(Reaction reaction, List<String> topics) {
    Reaction answered = reaction;
    for (String id : topics) {
      Topic topic = conversation.topics().get(id);
      answered =
          topic == null
              ? answered
              : answered.saying(new Saying.Card(topic)).doing(Action.ANSWER).about(id);
    }
    return answered;
  }

  /** Offers the closest topics; in an emergency nobody is to choose among guesses. */
  Reaction offer(Reaction reaction, List<String> topics) {
    return emergency(reaction.dialogue())
        ? detail(reaction, Verb.WHAT_NOW)
        : offered(reaction, topics);
  }

  private Reaction offered(Reaction reaction, List<String> topics) {
    List<Topic> known =
        topics.stream().map(conversation.topics()::get).filter(Objects::nonNull).toList();
    Reaction offered = reaction.saying(pages.offer(known)).doing(Action.OFFER);
    for (Topic topic : known) {
      offered = offered.about(topic.id());
    }
    return offered;
  }

  /** Says kindly that this is not covered, and what is; in an emergency, what to do now. */
  Reaction decline(Reaction reaction) {
    if (emergency(reaction.dialogue())) {
      return detail(reaction, Verb.WHAT_NOW);
    }
    return reaction.saying(pages.withMenu("decline")).doing(Action.DECLINE);
  }

  /** A verb in words, or small talk. Below an ending to act on, some call for what to do now. */
  Reaction verbOrSmallTalk(Reaction reaction, String word) {
    Dialogue dialogue = reaction.dialogue();
    Optional<Verb> verb =
        TO_ACT.contains(word) && toActOn(dialogue) ? Optional.of(Verb.WHAT_NOW) : Verb.named(word);
    return verb.map(it -> verb(reaction, it, dialogue.heard()))
        .orElseGet(() -> reaction.saying(note(word)));
  }

  /** Whether this, said beside an emergency, is answered with what to do now. */
  boolean callsToAct(Dialogue dialogue, Optional<String> word) {
    return word.filter(TO_ACT::contains).isPresent() && emergency(dialogue);
  }

  private boolean toActOn(Dialogue dialogue) {
    return machine.where(dialogue.facts(), dialogue.begun()) instanceof Place.Ended(var outcome)
        && outcome.level().atLeast(Level.PROFESSIONAL);
  }

  private Saying note(String phrase) {
    return new Saying.Note(phrases.say(phrase));
  }

  /** Does a verb. */
  Reaction verb(Reaction reaction, Verb verb, Instant now) {
    Dialogue dialogue = reaction.dialogue();
    return switch (verb) {
      case START -> reaction.saying(pages.welcome());
      case CHECK -> check(reaction, now);
      case GO_ON -> reaction.to(dialogue.begun(true));
      case TOPICS -> reaction.saying(pages.topics());
      case BACK -> back(reaction);
      case UNDO -> retractions.ask(reaction, dialogue);
      case CHANGE -> reaction.saying(pages.change(dialogue.facts()));
      case WHY, HELP_ME, WHAT_NOW, WHY_THIS -> detail(reaction, verb);
      case START_OVER -> startOver(reaction, now);
      case STOP -> stop(reaction);
      case HELP -> reaction.saying(pages.withMenu("help"));
      case PRIVACY -> reaction.saying(pages.plain("privacy"));
      case MY_DATA -> reaction.saying(pages.myData(dialogue));
      case FORGET -> reaction.to(dialogue.pending(Optional.of(new Pending.Forget())));
    };
  }

  /** Where nothing is written about it, the place itself is all that can be said. */
  private Reaction detail(Reaction reaction, Verb verb) {
    return pages
        .detail(reaction.dialogue(), verb)
        .map(page -> page.text().plain().isBlank() ? reaction : reaction.saying(page))
        .orElseGet(() -> reaction.saying(note("menu")));
  }

  /** Begins a check, goes on with it, or begins a new one after an ending. */
  private Reaction check(Reaction reaction, Instant now) {
    Dialogue dialogue = reaction.dialogue();
    return dialogue.begun() && machine.where(dialogue.facts(), true) instanceof Place.Ended
        ? startOver(reaction, now)
        : reaction.to(dialogue.begun(true));
  }

  private Reaction startOver(Reaction reaction, Instant now) {
    Dialogue dialogue = reaction.dialogue();
    return emergency(dialogue)
        ? reaction.to(dialogue.pending(Optional.of(new Pending.StartOver())))
        : cleared(reaction, now);
  }

  private boolean emergency(Dialogue dialogue) {
    return new Standing(machine, dialogue.facts()).level().equals(Optional.of(Level.EMERGENCY));
  }

  /** The facts before the last telling; an emergency is not gone back from but asked again. */
  private Reaction back(Reaction reaction) {
    Dialogue dialogue = reaction.dialogue();
    Asked asked = dialogue.asked();
    if (asked.pending().isPresent()) {
      return reaction.to(dialogue.pending(Optional.<Pending>empty()));
    }
    if (dialogue.history().isEmpty() && asked.each().isEmpty()) {
      return reaction.saying(note("nothing-to-go-back"));
    }
    Dialogue before = stepBack(dialogue);
    return emergency(dialogue) && !emergency(before)
        ? revise(reaction, holding(dialogue))
        : reaction.to(before);
  }

  /** The fact that holds the emergency up. */
  private String holding(Dialogue dialogue) {
    Standing standing = new Standing(machine, dialogue.facts());
    return Stream.concat(
            standing.reasons(Answer.YES).stream(), standing.reasons(Answer.UNSURE).stream())
        .map(Fact::id)
        .findFirst()
        .orElseThrow();
  }

  /** Out of asking one by one first, if nothing of it was answered yet. */
  private Dialogue stepBack(Dialogue dialogue) {
    Dialogue grouped = dialogue.with(dialogue.asked().one(Optional.<String>empty()));
    boolean nothingAnswered =
        machine.where(dialogue.facts(), dialogue.begun())
                instanceof Place.Asking(State state, List<String> open)
            && dialogue.asked().each().equals(Optional.of(state.id()))
            && open.containsAll(state.expect().facts());
    return nothingAnswered ? grouped : Tellings.back(dialogue);
  }

  private Reaction stop(Reaction reaction) {
    Dialogue dialogue = reaction.dialogue();
    Dialogue stopped =
        dialogue
            .begun(false)
            .with(dialogue.asked().with(Optional.<Pending>empty()).one(Optional.<String>empty()));
    return reaction
        .to(stopped)
        .saying(dialogue.begun() ? pages.withMenu("stopped") : pages.withMenu("nothing-to-stop"));
  }
}
