package backtalk.telegram.inbound;

import backtalk.dialogue.ports.DialogueStore;
import backtalk.telegram.outbound.FallbackSender;
import java.time.InstantSource;

/**
 * Bundles the services that a turn needs.
 *
 * @param turnHandler runs one attempt of a turn and commits it
 * @param store keeps the turns, and whether a chat can be written to
 * @param turnRetry repeats failed attempts
 * @param fallbackSender answers in place of a turn that is late or failed
 * @param clock gives the time that a turn is committed with
 */
public record TurnServices(
    TurnHandler turnHandler,
    DialogueStore store,
    TurnRetry turnRetry,
    FallbackSender fallbackSender,
    InstantSource clock) {}
