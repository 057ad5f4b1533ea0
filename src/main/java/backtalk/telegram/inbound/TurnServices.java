package backtalk.telegram.inbound;

import backtalk.dialogue.ports.DialogueStore;
import java.time.InstantSource;

/**
 * Bundles what runs and keeps a turn.
 *
 * @param turnHandler runs one attempt of a turn and commits it
 * @param store keeps the turns, and whether a chat can be written to
 * @param turnRetry repeats failed attempts
 * @param clock gives the time that a turn is committed with
 */
public record TurnServices(
    TurnHandler turnHandler, DialogueStore store, TurnRetry turnRetry, InstantSource clock) {}
