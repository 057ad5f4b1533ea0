package backtalk.harness;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;

/** Fills the store before a measurement with dialogues that the bot itself created. */
record Preload(World world, Replica bot) {
  /** Sets the least average length of a stored dialogue of several turns. */
  private static final int MIN_BODY_LENGTH = 500;

  /** Sets the number of people who talk: few enough that each sends several messages. */
  private static final int PEOPLE = 60;

  private static final Duration TALK_TIME = Duration.ofSeconds(20);

  /**
   * Lets some people talk to the bot, then copies their dialogues until there are {@code
   * dialogues}.
   */
  void fill(int dialogues) {
    world.crowd.ensurePeople(PEOPLE, new UserBehavior(1, List.of()));
    LoadRun.start(world, bot);
    world.crowd.drive(100);
    Waiting.pause(TALK_TIME);
    world.crowd.drive(Crowd.NOT_AT_ALL);
    Waiting.pause(Duration.ofSeconds(2));
    bot.terminate();
    String url = "jdbc:sqlite:" + bot.dataDir().resolve("backtalk.db");
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      statement.execute(copies(dialogues));
      requireRealDialogues(statement, dialogues);
    } catch (SQLException refused) {
      throw new IllegalStateException(refused);
    }
  }

  private static void requireRealDialogues(Statement statement, int dialogues) throws SQLException {
    try (ResultSet row =
        statement.executeQuery("select count(*), avg(length(body)) from dialogue")) {
      if (!row.next() || row.getLong(1) < dialogues || row.getLong(2) < MIN_BODY_LENGTH) {
        throw new IllegalStateException("the store does not hold enough dialogues of real length");
      }
    }
  }

  /** Returns a statement that runs on SQLite and PostgreSQL. */
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
