/** Chats held with the packaged program, from outside: a process, a strict Telegram, people. */
@NullMarked
package backtalk.e2e;

import org.jspecify.annotations.NullMarked;
