package backtalk.harness.world;

/**
 * An update on its way to the bot.
 *
 * @param json as it goes over the wire, one char a byte
 * @param tap whether a button was tapped; Telegram keeps those in a queue of their own
 */
record Update(long id, Person person, String json, boolean tap) {}
