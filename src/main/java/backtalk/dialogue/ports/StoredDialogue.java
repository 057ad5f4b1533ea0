package backtalk.dialogue.ports;

import backtalk.dialogue.Dialogue;
import java.util.OptionalLong;

/**
 * Holds a stored dialogue.
 *
 * @param revision higher by one after each turn; a commit from another revision is refused
 * @param question the channel's id of the message that holds the open question
 * @param newest true when nothing was sent after that message
 */
public record StoredDialogue(
    Dialogue dialogue, long revision, OptionalLong question, boolean newest) {}
