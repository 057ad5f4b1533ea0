package backtalk.dialogue.handling;

import backtalk.conversation.Answer;
import backtalk.conversation.Position;
import backtalk.dialogue.Facts;
import backtalk.dialogue.input.CommandKind;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Handles the wish to be asked again, and the answer to the follow-up. None of it lowers a sign; in
 * an emergency all of it shows what to do now.
 */
final class FollowUpHandler {

  private static final Set<Answer> ASKED_AGAIN = EnumSet.of(Answer.NO, Answer.SKIPPED);

  private FollowUpHandler() {}

  static TurnDraft run(TurnDraft draft, CommandKind command) {
    TurnDraft wished =
        command == CommandKind.NOT_AGAIN
            ? draft.with(draft.dialogue().followUp(Optional.empty()))
            : draft;
    return draft.assessment().isEmergency()
        ? wished.adding(new ReplyPart.Shown(CommandKind.WHAT_NOW))
        : answer(wished, command);
  }

  private static TurnDraft answer(TurnDraft draft, CommandKind command) {
    return switch (command) {
      case ASK_AGAIN ->
          draft.adding(
              new ReplyPart.Text(
                  "ask-again-when",
                  List.of(
                      CommandKind.IN_THREE_DAYS, CommandKind.IN_A_WEEK, CommandKind.NOT_AGAIN)));
      case IN_THREE_DAYS -> planned(draft, Duration.ofDays(3));
      case IN_A_WEEK -> planned(draft, Duration.ofDays(7));
      case NOT_AGAIN -> draft.noting("not-asked-again");
      case WORSE -> worse(draft);
      case SAME ->
          draft.noting(
              draft.position() instanceof Position.Ended ? "follow-up-same" : "follow-up-again");
      default -> draft.noting(draft.assessment().redFlag() ? "eased" : "follow-up-better");
    };
  }

  private static TurnDraft planned(TurnDraft draft, Duration wait) {
    return draft
        .with(draft.dialogue().followUp(Optional.of(draft.now().plus(wait))))
        .noting("asked-again");
  }

  /** Asks the signs again: every no and every skip is dropped, and what was told stays. */
  private static TurnDraft worse(TurnDraft draft) {
    Facts told = draft.facts().without(entry -> ASKED_AGAIN.contains(entry.getValue().answer()));
    return draft
        .with(draft.dialogue().with(told).with(List.of()).begun(true))
        .settled()
        .noting("follow-up-worse");
  }
}
