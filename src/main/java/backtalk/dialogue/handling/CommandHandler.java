package backtalk.dialogue.handling;

import backtalk.conversation.Conversation;
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

/** Runs commands, given by button, by slash or in text, and answers topics. */
final class CommandHandler {

  /**
   * Names the requests and small talk that are answered with the next steps while an outcome asks
   * the person to act.
   */
  private static final Set<String> SHOW_NEXT_STEPS =
      Set.of(CommandKind.HELP.word(), "fear", "objection");

  private final Conversation conversation;
  private final StateMachine machine;
  private final MessageCatalog phrases;
  private final MenuRenderer menuRenderer;
  private final RetractionHandler retractionHandler;

  CommandHandler(Conversation conversation, MenuRenderer menuRenderer) {
    this.conversation = conversation;
    this.machine = conversation.machine();
    this.phrases = new MessageCatalog(conversation);
    this.menuRenderer = menuRenderer;
    this.retractionHandler = new RetractionHandler(machine, phrases);
  }

  /** Asks one fact again. */
  TurnDraft revise(TurnDraft draft, String fact) {
    return draft.with(draft.dialogue().pending(Optional.of(new Confirmation.OfFact(fact))));
  }

  /** Answers the pending confirmation. */
  TurnDraft confirm(TurnDraft draft, boolean yes, Instant now) {
    Dialogue settled = draft.dialogue().pending(Optional.<Confirmation>empty());
    TurnDraft done = draft.with(settled);
    return switch (draft.dialogue().question().pending().orElse(null)) {
      case Confirmation.Forget forget ->
          yes ? forgotten(now).erasing() : done.adding(note("forget-kept"));
      case Confirmation.StartOver over -> yes ? cleared(done, now) : done;
      case Confirmation.Retraction retraction -> retractionHandler.confirm(done, retraction, yes);
      case null, default -> done;
    };
  }

  private TurnDraft forgotten(Instant now) {
    Dialogue empty = Dialogue.begin(conversation.about().hash(), now);
    return TurnDraft.of(empty).adding(menuRenderer.plain("forgotten"));
  }

  private TurnDraft cleared(TurnDraft draft, Instant now) {
    Dialogue fresh = Dialogue.begin(conversation.about().hash(), now).begun(true);
    return draft.with(fresh).adding(note("started-over"));
  }

  /** Answers topics, each with its card. */
  TurnDraft cards(TurnDraft draft, List<String> topics) {
    TurnDraft answered = draft;
    for (String id : topics) {
      Topic topic = conversation.topics().get(id);
      answered =
          topic == null
              ? answered
              : answered.adding(new ReplyPart.Card(topic)).withKind(TurnKind.ANSWER).withTopic(id);
    }
    return answered;
  }

  /** Offers the closest topics. In an emergency it shows what to do now instead of guesses. */
  TurnDraft offer(TurnDraft draft, List<String> topics) {
    return isEmergency(draft.dialogue())
        ? detail(draft, CommandKind.WHAT_NOW)
        : offered(draft, topics);
  }

  private TurnDraft offered(TurnDraft draft, List<String> topics) {
    List<Topic> known =
        topics.stream().map(conversation.topics()::get).filter(Objects::nonNull).toList();
    TurnDraft offered = draft.adding(menuRenderer.offer(known)).withKind(TurnKind.OFFER);
    for (Topic topic : known) {
      offered = offered.withTopic(topic.id());
    }
    return offered;
  }

  /** Declines a question and shows the menu. In an emergency it shows what to do now. */
  TurnDraft decline(TurnDraft draft) {
    if (isEmergency(draft.dialogue())) {
      return detail(draft, CommandKind.WHAT_NOW);
    }
    return draft.adding(menuRenderer.withMenu("decline")).withKind(TurnKind.DECLINE);
  }

  /**
   * Runs a command given in text, or replies to small talk. After an outcome that asks the person
   * to act, some of them show what to do now.
   */
  TurnDraft commandOrSmallTalk(TurnDraft draft, String word) {
    Dialogue dialogue = draft.dialogue();
    Optional<CommandKind> command =
        SHOW_NEXT_STEPS.contains(word) && endedWithAction(dialogue)
            ? Optional.of(CommandKind.WHAT_NOW)
            : CommandKind.named(word);
    return command
        .map(it -> run(draft, it, dialogue.heard()))
        .orElseGet(() -> draft.adding(note(SmallTalkPhrase.of(word, isEmergency(dialogue)))));
  }

  /** Returns true when this request, made in an emergency, is answered with what to do now. */
  boolean callsToAct(Dialogue dialogue, Optional<String> word) {
    return word.filter(SHOW_NEXT_STEPS::contains).isPresent() && isEmergency(dialogue);
  }

  private boolean endedWithAction(Dialogue dialogue) {
    return machine.where(dialogue.facts(), dialogue.begun()) instanceof Position.Ended(var outcome)
        && outcome.urgency().atLeast(Urgency.PROFESSIONAL);
  }

  private ReplyPart note(String phrase) {
    return new ReplyPart.Note(phrases.text(phrase));
  }

  /** Runs a command. */
  TurnDraft run(TurnDraft draft, CommandKind commandKind, Instant now) {
    Dialogue dialogue = draft.dialogue();
    return switch (commandKind) {
      case START -> draft.adding(menuRenderer.welcome());
      case CHECK -> check(draft, now);
      case GO_ON -> draft.with(dialogue.begun(true));
      case TOPICS -> draft.adding(menuRenderer.topics());
      case BACK -> back(draft);
      case UNDO -> retractionHandler.ask(draft, dialogue);
      case CHANGE -> draft.adding(menuRenderer.change(dialogue.facts()));
      case WHY, HELP_ME, WHAT_NOW, WHY_THIS -> detail(draft, commandKind);
      case START_OVER -> startOver(draft, now);
      case STOP -> stop(draft);
      case HELP -> draft.adding(menuRenderer.withMenu("help"));
      case PRIVACY -> draft.adding(menuRenderer.plain("privacy"));
      case MY_DATA -> draft.adding(menuRenderer.myData(dialogue));
      case FORGET -> draft.with(dialogue.pending(Optional.of(new Confirmation.Forget())));
    };
  }

  /**
   * Shows details of the current position. Without any text about it the open question or outcome
   * is shown again; outside a check the menu text is.
   */
  private TurnDraft detail(TurnDraft draft, CommandKind commandKind) {
    return menuRenderer
        .detail(draft.dialogue(), commandKind)
        .map(page -> page.text().plain().isBlank() ? draft : draft.adding(page))
        .orElseGet(() -> draft.adding(note("menu")));
  }

  /** Begins a check, resumes it, or begins a new one after an outcome. */
  private TurnDraft check(TurnDraft draft, Instant now) {
    Dialogue dialogue = draft.dialogue();
    return dialogue.begun() && machine.where(dialogue.facts(), true) instanceof Position.Ended
        ? startOver(draft, now)
        : draft.with(dialogue.begun(true));
  }

  private TurnDraft startOver(TurnDraft draft, Instant now) {
    Dialogue dialogue = draft.dialogue();
    return isEmergency(dialogue)
        ? draft.with(dialogue.pending(Optional.of(new Confirmation.StartOver())))
        : cleared(draft, now);
  }

  boolean isEmergency(Dialogue dialogue) {
    return new Assessment(machine, dialogue.facts()).isEmergency();
  }

  /**
   * Goes back to the facts before the last update. An emergency is not undone: its sign is asked
   * again.
   */
  private TurnDraft back(TurnDraft draft) {
    Dialogue dialogue = draft.dialogue();
    OpenQuestion question = dialogue.question();
    if (question.pending().isPresent()) {
      return draft.with(dialogue.pending(Optional.<Confirmation>empty()));
    }
    if (dialogue.history().isEmpty() && question.each().isEmpty()) {
      return draft.adding(note("nothing-to-go-back"));
    }
    Dialogue before = stepBack(dialogue);
    return isEmergency(dialogue) && !isEmergency(before)
        ? revise(draft, emergencySign(dialogue))
        : draft.with(before);
  }

  /** Returns the fact to ask again: the most urgent yes, else the most urgent unsure one. */
  private String emergencySign(Dialogue dialogue) {
    return new Assessment(machine, dialogue.facts()).reasons().getFirst().id();
  }

  /**
   * Returns to the grouped question when it is asked fact by fact and none is answered, else to the
   * dialogue before the last update.
   */
  private Dialogue stepBack(Dialogue dialogue) {
    Dialogue grouped = dialogue.with(dialogue.question().askingEach(Optional.<String>empty()));
    boolean noneAnswered =
        machine.where(dialogue.facts(), dialogue.begun())
                instanceof Position.Asking(State state, List<String> open)
            && dialogue.question().each().equals(Optional.of(state.id()))
            && open.containsAll(state.prompt().facts());
    return noneAnswered ? grouped : FactUpdates.back(dialogue);
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
                    .askingEach(Optional.<String>empty()));
    return draft
        .with(stopped)
        .adding(
            dialogue.begun()
                ? menuRenderer.withMenu("stopped")
                : menuRenderer.withMenu("nothing-to-stop"));
  }
}
