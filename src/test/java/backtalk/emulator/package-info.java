/**
 * A strict Telegram for tests.
 *
 * <p>It checks what Telegram checks, says no in Telegram's words, breaks when told to, and plays
 * the people. It outlives the bot under test: kill and restart the bot, and what was not confirmed
 * comes again.
 *
 * <pre>{@code
 * try (Emulator telegram = Emulator.start()) {          // TELEGRAM_API_URL = telegram.url()
 *   ...start the bot...                                 // TELEGRAM_BOT_TOKEN = telegram.token()
 *   telegram.awaitListening(Duration.ofSeconds(20));    // it polls, or has set its webhook
 *   Person ann = telegram.person("Ann");
 *   ann.command("/start");                              // deep link: command("/start", "sitting")
 *   ann.awaits("Does it hurt?");                        // sent or edited since Ann's last act
 *   ann.taps("No");                                     // newest message that has the button
 *   ann.says("it cracks all day");
 *   telegram.awaitQuiet();                              // confirmed, no call in flight, calm
 *   assertThat(ann.screen().texts()).containsExactly(...);
 * }
 * }</pre>
 *
 * <p>A person also {@code edits}, {@code replies}, {@code forwards}, {@code sendsPhoto}, {@code
 * sendsVoice}, {@code sendsSticker}, {@code sendsDocument}, {@code sends(kind, json)}, {@code
 * deletes(messageId)}, {@code blocks} and {@code unblocks}. {@code taps(message, label)} presses a
 * button of a message as it once stood, {@code tapsAt(messageId, data)} forges one. {@code
 * freezes(messageId)} makes a message uneditable.
 *
 * <p>Seen: {@code screen()}, {@code newest()}, {@code message(id)}, {@code toasts()}, {@code
 * callbacks()}, {@code transcript()}. Waited for: {@code awaits}, {@code awaitsOnScreen}, {@code
 * awaitsScreen}, {@code awaitsToast}, {@code awaitsAnswers}; {@code patience} sets the ten seconds.
 * Every failure prints the chat.
 *
 * <p>{@code telegram.group(title, forum)}: {@code says(person, text, topic)}, {@code
 * replies(person, message, text)}, {@code taps(person, label)}, {@code anonymousAdminSays}, {@code
 * Group.botName()} for mentions. {@code telegram.channel(title).posts(text)}.
 *
 * <p>Trouble: {@code telegram.faults().next("sendMessage", 3, Fault.tooManyRequests(2))}, {@code
 * always}, {@code when(call -> ..., fault)}, {@code latency}, {@code awaitMet}, {@code release},
 * {@code clear}; the faults are the factories of {@link backtalk.emulator.Fault}. {@code
 * sendRaw(json)} queues a poisonous update, {@code repeat(id)} an old one, {@code ageCallbacks()}
 * makes pressed buttons too old. After a kill: {@code hangUp()}, restart, {@code awaitListening}.
 *
 * <p>Looked back at: {@code telegram.calls().of("sendMessage")}, {@code count}, {@code await},
 * {@code unknownParameters()}.
 */
@NullMarked
package backtalk.emulator;

import org.jspecify.annotations.NullMarked;
