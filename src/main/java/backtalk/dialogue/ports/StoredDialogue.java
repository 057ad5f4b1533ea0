package backtalk.dialogue.ports;

import backtalk.dialogue.Dialogue;
import java.util.OptionalLong;

/**
 * A dialogue as kept.
 *
 * @param revision higher by one after each turn; a save from another one is refused
 * @param question the channel's id of the message that holds the open question
 * @param newest true while nothing was sent after that message
 */
public record StoredDialogue(
    Dialogue dialogue, long revision, OptionalLong question, boolean newest) {}
