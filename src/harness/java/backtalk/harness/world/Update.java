package backtalk.harness.world;

/**
 * Holds an update that is sent to the bot.
 *
 * @param json the JSON as sent, one char for each byte
 * @param tap true where a button was tapped; Telegram queues taps separately
 */
record Update(long id, Person person, String json, boolean tap) {}
