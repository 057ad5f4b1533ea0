package backtalk.dialogue.handling;

import backtalk.conversation.Conversation;
import backtalk.conversation.Position;
import backtalk.conversation.State;
import backtalk.conversation.Topic;
import backtalk.conversation.Urgency;
import backtalk.dialogue.Assessment;
import backtalk.dialogue.Confirmation;
import backtalk.dialogue.Dialogue;
import backtalk.dialogue.TurnKind;
import backtalk.dialogue.input.CommandKind;
import backtalk.understanding.TopicMatch;
import backtalk.understanding.rules.SmallTalkMatcher;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Runs commands, given by button, by slash or in text, and answers topics. */
public record CommandHandler(Conversation conversation) {

  /** Names what is answered with the next steps while an outcome asks the person to act. */
  private static final Set<String> SHOW_NEXT_STEPS =
      Set.of(CommandKind.HELP.word(), "fear", "objection");

  /** Limits the topics that are answered with a card each. */
  private static final int MAX_CARDS = 2;

  /** Runs a command. The argument of a deep link names a topic or begins a check. */
  public TurnDraft run(TurnDraft draft, CommandKind commandKind, String argument) {
    TurnDraft done = run(draft, commandKind);
    if (commandKind != CommandKind.START || argument.isEmpty()) {
      return done;
    }
    return argument.equals(CommandKind.CHECK.word())
        ? run(done, CommandKind.GO_ON)
        : cards(done, List.of(argument));
  }

  public TurnDraft run(TurnDraft draft, CommandKind commandKind) {
    Dialogue dialogue = draft.dialogue();
    return switch (commandKind) {
      case START -> draft.adding(new ReplyPart.Welcome(known(conversation.mostAsked())));
      case HELP -> menu(draft, "help");
      case PRIVACY -> draft.adding(new ReplyPart.Text("privacy", List.of()));
      case TOPICS, CHANGE, MY_DATA -> draft.adding(new ReplyPart.Shown(commandKind));
      case WHY, HELP_ME, WHAT_NOW, WHY_THIS, SUMMARY -> detail(draft, commandKind);
      case CHECK -> check(draft);
      case GO_ON -> draft.with(dialogue.begun(true));
      case BACK -> back(draft);
      case UNDO -> new RetractionHandler(conversation.machine()).ask(draft);
      case START_OVER -> startOver(draft);
      case STOP ->
          menu(draft.with(dialogue.stopped()), dialogue.begun() ? "stopped" : "nothing-to-stop");
      case ASK_AGAIN, IN_THREE_DAYS, IN_A_WEEK, NOT_AGAIN, BETTER, SAME, WORSE ->
          FollowUpHandler.run(draft, commandKind);
      case FORGET -> draft.asking(new Confirmation.Forget());
    };
  }

  private static TurnDraft menu(TurnDraft draft, String phrase) {
    return draft.adding(new ReplyPart.Text(phrase, ReplyPart.Text.MENU));
  }

  /** Answers the pending confirmation. */
  TurnDraft confirm(TurnDraft draft, boolean yes) {
    TurnDraft done = draft.settled();
    return switch (draft.pending().orElse(null)) {
      case Confirmation.Forget forget -> yes ? forgotten(draft) : done.noting("forget-kept");
      case Confirmation.StartOver over -> yes ? cleared(done) : done;
      case Confirmation.Retraction retraction ->
          new RetractionHandler(conversation.machine()).confirm(done, retraction, yes);
      case null, default -> done;
    };
  }

  private TurnDraft forgotten(TurnDraft draft) {
    return TurnDraft.of(draft.before())
        .with(newDialogue(draft))
        .adding(new ReplyPart.Text("forgotten", List.of()))
        .erasing();
  }

  private TurnDraft cleared(TurnDraft draft) {
    Dialogue fresh = newDialogue(draft).followUp(draft.dialogue().followUp());
    return draft.with(fresh.begun(true)).noting("started-over");
  }

  private Dialogue newDialogue(TurnDraft draft) {
    return Dialogue.begin(conversation.about().hash(), draft.now());
  }

  /** Answers up to two topics, each with its card, or more in a sentence each. */
  TurnDraft cards(TurnDraft draft, List<String> topics) {
    List<Topic> all = known(topics);
    if (all.size() > MAX_CARDS) {
      return draft.adding(new ReplyPart.Answers(all)).withKind(TurnKind.ANSWER);
    }
    TurnDraft answered = draft;
    for (Topic topic : all) {
      answered = answered.adding(new ReplyPart.Card(topic, List.of())).withKind(TurnKind.ANSWER);
    }
    return answered;
  }

  /**
   * Answers the topics of a match, a single one with the others that may have been meant. In an
   * emergency it shows what to do now in place of guesses and of exercises.
   */
  TurnDraft answer(TurnDraft draft, TopicMatch.Answered match) {
    List<Topic> all = known(match.topics());
    boolean beside = !match.sure() || all.stream().anyMatch(Topic::movements);
    if (draft.assessment().isEmergency() && beside) {
      return detail(draft, CommandKind.WHAT_NOW);
    }
    return all.size() == 1
        ? draft
            .adding(new ReplyPart.Card(all.getFirst(), known(match.alternatives())))
            .withKind(TurnKind.ANSWER)
        : cards(draft, match.topics());
  }

  /** Lists the topics of a group, or all groups when the conversation has no such group. */
  TurnDraft topicsOf(TurnDraft draft, String group) {
    return conversation.topicGroups().containsKey(group)
        ? draft.adding(new ReplyPart.Menu(group))
        : run(draft, CommandKind.TOPICS);
  }

  private List<Topic> known(List<String> topics) {
    return topics.stream().map(conversation.topics()::get).filter(Objects::nonNull).toList();
  }

  /** Offers the closest topics. In an emergency it shows what to do now instead of guesses. */
  TurnDraft offer(TurnDraft draft, List<String> topics) {
    return draft.assessment().isEmergency()
        ? detail(draft, CommandKind.WHAT_NOW)
        : draft.adding(new ReplyPart.Offer(known(topics))).withKind(TurnKind.OFFER);
  }

  /** Declines a question and shows the menu. In an emergency it shows what to do now. */
  TurnDraft decline(TurnDraft draft) {
    return draft.assessment().isEmergency()
        ? detail(draft, CommandKind.WHAT_NOW)
        : menu(draft, "decline").withKind(TurnKind.DECLINE);
  }

  /**
   * Runs a command given in text, or replies to small talk. After an outcome that asks the person
   * to act, some of them show what to do now.
   */
  TurnDraft commandOrSmallTalk(TurnDraft draft, String word) {
    Optional<CommandKind> command =
        SHOW_NEXT_STEPS.contains(word) && hasEndedWithAction(draft)
            ? Optional.of(CommandKind.WHAT_NOW)
            : CommandKind.named(word);
    return command.map(it -> run(draft, it)).orElseGet(() -> smallTalk(draft, word));
  }

  private static boolean hasEndedWithAction(TurnDraft draft) {
    return draft.position() instanceof Position.Ended(var outcome)
        && outcome.urgency().atLeast(Urgency.PROFESSIONAL);
  }

  private TurnDraft smallTalk(TurnDraft draft, String kind) {
    String grave = kind + "-in-emergency";
    boolean graver = draft.assessment().isEmergency() && conversation.phrases().containsKey(grave);
    return kind.startsWith(SmallTalkMatcher.OTHER_LANGUAGE)
        ? otherLanguage(draft, kind)
        : draft.noting(graver ? grave : kind);
  }

  /** Replies in English and, where the conversation has a line for it, in the language itself. */
  private TurnDraft otherLanguage(TurnDraft draft, String kind) {
    TurnDraft noted = draft.noting(SmallTalkMatcher.OTHER_LANGUAGE);
    boolean hasLine =
        !kind.equals(SmallTalkMatcher.OTHER_LANGUAGE) && conversation.phrases().containsKey(kind);
    return hasLine ? noted.noting(kind) : noted;
  }

  /** Returns true when this request, made in an emergency, is answered with what to do now. */
  static boolean callsToAct(Assessment assessment, Optional<String> word) {
    return word.filter(SHOW_NEXT_STEPS::contains).isPresent() && assessment.isEmergency();
  }

  /** Shows details of the open question or the outcome; outside a check the text of the menu. */
  private static TurnDraft detail(TurnDraft draft, CommandKind commandKind) {
    return draft.pending().isEmpty() && draft.position() instanceof Position.Welcome
        ? draft.noting("menu")
        : draft.adding(new ReplyPart.Shown(commandKind));
  }

  /** Begins a check, resumes it, or begins a new one after an outcome. */
  private TurnDraft check(TurnDraft draft) {
    return draft.dialogue().begun() && draft.position() instanceof Position.Ended
        ? startOver(draft)
        : draft.with(draft.dialogue().begun(true));
  }

  private TurnDraft startOver(TurnDraft draft) {
    return draft.assessment().isEmergency()
        ? draft.asking(new Confirmation.StartOver())
        : cleared(draft);
  }

  /**
   * Goes back to the facts before the last update. An emergency is not undone: its sign, the most
   * urgent yes or else the most urgent unsure one, is asked again.
   */
  private static TurnDraft back(TurnDraft draft) {
    Dialogue dialogue = draft.dialogue();
    if (draft.pending().isPresent()) {
      return draft.settled();
    }
    if (dialogue.history().isEmpty() && dialogue.question().each().isEmpty()) {
      return draft.noting("nothing-to-go-back");
    }
    TurnDraft before = draft.with(stepBack(draft));
    Assessment assessment = draft.assessment();
    return assessment.isEmergency() && !before.assessment().isEmergency()
        ? draft.asking(new Confirmation.OfFact(assessment.reasons().getFirst().id()))
        : before;
  }

  /**
   * Returns to the grouped question when it is asked fact by fact and none is answered, else to the
   * dialogue before the last update.
   */
  private static Dialogue stepBack(TurnDraft draft) {
    Dialogue dialogue = draft.dialogue();
    boolean noneAnswered =
        draft.position() instanceof Position.Asking(State state, List<String> open)
            && dialogue.question().asksEach(state)
            && open.containsAll(state.prompt().facts());
    return noneAnswered
        ? dialogue.with(dialogue.question().askingEach(Optional.empty()))
        : FactUpdates.back(dialogue);
  }
}
