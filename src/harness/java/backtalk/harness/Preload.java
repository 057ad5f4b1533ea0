package backtalk.harness;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/** Fills the store before a measurement with dialogues as the bot itself keeps them. */
record Preload(WorldProcess world, Replica bot) {
  /** Of a dialogue of some turns, on average. */
  private static final int LEAST_LETTERS = 500;

  /** So few that each of them says something often. */
  private static final String TALKERS = "60";

  private static final Duration SOME_TALK = Duration.ofSeconds(20);

  /** Lets some people talk to the bot, and then copies their dialogues for all others. */
  void fill(int dialogues) {
    world.tell("people", "count", TALKERS, "seed", "1");
    LoadRun.start(world, bot);
    world.tell("drive", "rate", "100");
    Waiting.pause(SOME_TALK);
    world.tell("drive", "rate", "-1");
    Waiting.pause(Duration.ofSeconds(2));
    bot.terminate();
    String url = "jdbc:sqlite:" + bot.dataDir().resolve("backtalk.db");
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      statement.execute(copies(dialogues));
      requireMany(statement, dialogues);
    } catch (SQLException refused) {
      throw new IllegalStateException(refused);
    }
  }

  private static void requireMany(Statement statement, int dialogues) throws SQLException {
    try (ResultSet row =
        statement.executeQuery("select count(*), avg(length(body)) from dialogue")) {
      if (!row.next() || row.getLong(1) < dialogues || row.getLong(2) < LEAST_LETTERS) {
        throw new IllegalStateException("the store does not hold dialogues as they come to be");
      }
    }
  }

  /** Runs on both engines. */
  private static String copies(int dialogues) {
    return """
    insert into dialogue (chat, revision, body, question, question_newest, reachable, heard_at)
    with recursive
      known as (select *, row_number() over (order by chat) - 1 as place from dialogue),
      many(n) as (select 0 union all select n + 1 from many where n < %d - 1)
    select 5000000000 + n, revision, body, question, question_newest, reachable, heard_at
    from many join known on place = n %% (select count(*) from dialogue)
    where true
    on conflict do nothing
    """
        .formatted(dialogues);
  }
}
