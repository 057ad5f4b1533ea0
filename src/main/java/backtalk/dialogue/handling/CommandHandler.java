package backtalk.dialogue.handling;

import backtalk.conversation.Answer;
import backtalk.conversation.Conversation;
import backtalk.conversation.Fact;
import backtalk.conversation.Position;
import backtalk.conversation.State;
import backtalk.conversation.StateMachine;
import backtalk.conversation.Topic;
import backtalk.conversation.Urgency;
import backtalk.dialogue.Assessment;
import backtalk.dialogue.Confirmation;
import backtalk.dialogue.Dialogue;
import backtalk.dialogue.OpenQuestion;
import backtalk.dialogue.TurnKind;
import backtalk.dialogue.input.CommandKind;
import backtalk.dialogue.rendering.MenuRenderer;
import backtalk.dialogue.rendering.MessageCatalog;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What a dialogue can do, whether by a button, a command or in words. */
public final class CommandHandler {

  /** Wishes and small talk of people who should act, and are told how. */
  private static final Set<String> TO_ACT = Set.of(CommandKind.HELP.word(), "fear", "objection");

  /** Small talk that has other words while an emergency stands. */
  private static final Set<String> CALM = Set.of("greeting", "thanks");

  private final Conversation conversation;
  private final StateMachine machine;
  private final MessageCatalog phrases;
  private final MenuRenderer menuRenderer;
  private final RetractionHandler retractionHandler;

  public CommandHandler(Conversation conversation, MenuRenderer menuRenderer) {
    this.conversation = conversation;
    this.machine = conversation.machine();
    this.phrases = new MessageCatalog(conversation);
    this.menuRenderer = menuRenderer;
    this.retractionHandler = new RetractionHandler(machine, phrases);
  }

  /** Asks one earlier answer again. */
  TurnDraft revise(TurnDraft draft, String fact) {
    return draft.to(draft.dialogue().pending(Optional.of(new Confirmation.OfFact(fact))));
  }

  /** Answers a small question of the dialogue's own. */
  TurnDraft settle(TurnDraft draft, boolean yes, Instant now) {
    Dialogue settled = draft.dialogue().pending(Optional.<Confirmation>empty());
    TurnDraft done = draft.to(settled);
    return switch (draft.dialogue().question().pending().orElse(null)) {
      case Confirmation.Forget forget ->
          yes ? forgotten(now).forgetting() : done.saying(note("forget-kept"));
      case Confirmation.StartOver over -> yes ? cleared(done, now) : done;
      case Confirmation.Retraction retraction -> retractionHandler.settle(done, retraction, yes);
      case null, default -> done;
    };
  }

  private TurnDraft forgotten(Instant now) {
    Dialogue nobody = Dialogue.begin(conversation.about().hash(), now);
    return TurnDraft.of(nobody).saying(menuRenderer.plain("forgotten"));
  }

  private TurnDraft cleared(TurnDraft draft, Instant now) {
    Dialogue anew = Dialogue.begin(conversation.about().hash(), now).begun(true);
    return draft.to(anew).saying(note("started-over"));
  }

  /** Answers questions with their cards. */
  public TurnDraft cards(TurnDraft draft, List<String> topics) {
    TurnDraft answered = draft;
    for (String id : topics) {
      Topic topic = conversation.topics().get(id);
      answered =
          topic == null
              ? answered
              : answered.saying(new ReplyPart.Card(topic)).doing(TurnKind.ANSWER).about(id);
    }
    return answered;
  }

  /** Offers the closest topics; in an emergency nobody is to choose among guesses. */
  TurnDraft offer(TurnDraft draft, List<String> topics) {
    return emergency(draft.dialogue())
        ? detail(draft, CommandKind.WHAT_NOW)
        : offered(draft, topics);
  }

  private TurnDraft offered(TurnDraft draft, List<String> topics) {
    List<Topic> known =
        topics.stream().map(conversation.topics()::get).filter(Objects::nonNull).toList();
    TurnDraft offered = draft.saying(menuRenderer.offer(known)).doing(TurnKind.OFFER);
    for (Topic topic : known) {
      offered = offered.about(topic.id());
    }
    return offered;
  }

  /** Says kindly that this is not covered, and what is; in an emergency, what to do now. */
  TurnDraft decline(TurnDraft draft) {
    if (emergency(draft.dialogue())) {
      return detail(draft, CommandKind.WHAT_NOW);
    }
    return draft.saying(menuRenderer.withMenu("decline")).doing(TurnKind.DECLINE);
  }

  /** A verb in words, or small talk. Below an ending to act on, some call for what to do now. */
  TurnDraft verbOrSmallTalk(TurnDraft draft, String word) {
    Dialogue dialogue = draft.dialogue();
    Optional<CommandKind> verb =
        TO_ACT.contains(word) && toActOn(dialogue)
            ? Optional.of(CommandKind.WHAT_NOW)
            : CommandKind.named(word);
    return verb.map(it -> verb(draft, it, dialogue.heard()))
        .orElseGet(() -> draft.saying(note(smallTalk(word, dialogue))));
  }

  /** Beside an emergency nobody is greeted, or taken leave of, as if nothing stood. */
  private String smallTalk(String word, Dialogue dialogue) {
    return CALM.contains(word) && emergency(dialogue) ? word + "-in-emergency" : word;
  }

  /** Whether this, said beside an emergency, is answered with what to do now. */
  boolean callsToAct(Dialogue dialogue, Optional<String> word) {
    return word.filter(TO_ACT::contains).isPresent() && emergency(dialogue);
  }

  private boolean toActOn(Dialogue dialogue) {
    return machine.where(dialogue.facts(), dialogue.begun()) instanceof Position.Ended(var outcome)
        && outcome.urgency().atLeast(Urgency.PROFESSIONAL);
  }

  private ReplyPart note(String phrase) {
    return new ReplyPart.Note(phrases.say(phrase));
  }

  /** Does a verb. */
  public TurnDraft verb(TurnDraft draft, CommandKind commandKind, Instant now) {
    Dialogue dialogue = draft.dialogue();
    return switch (commandKind) {
      case START -> draft.saying(menuRenderer.welcome());
      case CHECK -> check(draft, now);
      case GO_ON -> draft.to(dialogue.begun(true));
      case TOPICS -> draft.saying(menuRenderer.topics());
      case BACK -> back(draft);
      case UNDO -> retractionHandler.ask(draft, dialogue);
      case CHANGE -> draft.saying(menuRenderer.change(dialogue.facts()));
      case WHY, HELP_ME, WHAT_NOW, WHY_THIS -> detail(draft, commandKind);
      case START_OVER -> startOver(draft, now);
      case STOP -> stop(draft);
      case HELP -> draft.saying(menuRenderer.withMenu("help"));
      case PRIVACY -> draft.saying(menuRenderer.plain("privacy"));
      case MY_DATA -> draft.saying(menuRenderer.myData(dialogue));
      case FORGET -> draft.to(dialogue.pending(Optional.of(new Confirmation.Forget())));
    };
  }

  /** Where nothing is written about it, the place itself is all that can be said. */
  private TurnDraft detail(TurnDraft draft, CommandKind commandKind) {
    return menuRenderer
        .detail(draft.dialogue(), commandKind)
        .map(page -> page.text().plain().isBlank() ? draft : draft.saying(page))
        .orElseGet(() -> draft.saying(note("menu")));
  }

  /** Begins a check, goes on with it, or begins a new one after an ending. */
  private TurnDraft check(TurnDraft draft, Instant now) {
    Dialogue dialogue = draft.dialogue();
    return dialogue.begun() && machine.where(dialogue.facts(), true) instanceof Position.Ended
        ? startOver(draft, now)
        : draft.to(dialogue.begun(true));
  }

  private TurnDraft startOver(TurnDraft draft, Instant now) {
    Dialogue dialogue = draft.dialogue();
    return emergency(dialogue)
        ? draft.to(dialogue.pending(Optional.of(new Confirmation.StartOver())))
        : cleared(draft, now);
  }

  /** Whether an emergency stands. */
  boolean emergency(Dialogue dialogue) {
    return new Assessment(machine, dialogue.facts()).level().equals(Optional.of(Urgency.EMERGENCY));
  }

  /** The facts before the last telling; an emergency is not gone back from but asked again. */
  private TurnDraft back(TurnDraft draft) {
    Dialogue dialogue = draft.dialogue();
    OpenQuestion question = dialogue.question();
    if (question.pending().isPresent()) {
      return draft.to(dialogue.pending(Optional.<Confirmation>empty()));
    }
    if (dialogue.history().isEmpty() && question.each().isEmpty()) {
      return draft.saying(note("nothing-to-go-back"));
    }
    Dialogue before = stepBack(dialogue);
    return emergency(dialogue) && !emergency(before)
        ? revise(draft, holding(dialogue))
        : draft.to(before);
  }

  /** The fact that holds the emergency up. */
  private String holding(Dialogue dialogue) {
    Assessment assessment = new Assessment(machine, dialogue.facts());
    return Stream.concat(
            assessment.reasons(Answer.YES).stream(), assessment.reasons(Answer.UNSURE).stream())
        .map(Fact::id)
        .findFirst()
        .orElseThrow();
  }

  /** Out of asking one by one first, if nothing of it was answered yet. */
  private Dialogue stepBack(Dialogue dialogue) {
    Dialogue grouped = dialogue.with(dialogue.question().one(Optional.<String>empty()));
    boolean nothingAnswered =
        machine.where(dialogue.facts(), dialogue.begun())
                instanceof Position.Asking(State state, List<String> open)
            && dialogue.question().each().equals(Optional.of(state.id()))
            && open.containsAll(state.prompt().facts());
    return nothingAnswered ? grouped : FactUpdates.back(dialogue);
  }

  private TurnDraft stop(TurnDraft draft) {
    Dialogue dialogue = draft.dialogue();
    Dialogue stopped =
        dialogue
            .begun(false)
            .with(
                dialogue
                    .question()
                    .with(Optional.<Confirmation>empty())
                    .one(Optional.<String>empty()));
    return draft
        .to(stopped)
        .saying(
            dialogue.begun()
                ? menuRenderer.withMenu("stopped")
                : menuRenderer.withMenu("nothing-to-stop"));
  }
}
