package backtalk;

import backtalk.cli.Bot;
import backtalk.cli.KeptDialogues;
import backtalk.cli.Shelf;
import backtalk.dialogue.Dialogues;
import backtalk.store.Store;
import backtalk.telegram.Settings;
import backtalk.telegram.TelegramBot;
import backtalk.telegram.Turns;
import java.io.PrintStream;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/** The bot at work on Telegram, from the opening of its store to its stop. */
final class TelegramRun {
  private static final InstantSource CLOCK = InstantSource.system();

  private final Config config;
  private final Bot bot;
  private final Settings account;
  private final PrintStream err;

  /** A run that has opened nothing yet; throws when the conversation cannot be held. */
  TelegramRun(Config config, PrintStream err) {
    this.config = config;
    this.bot = Shelf.bot(config);
    this.account =
        Settings.of(config.token().orElseThrow().value(), config.telegramApi().toString());
    this.err = err;
  }

  /** Runs until the process is told to end, or Telegram refuses the bot; the exit code. */
  int run() {
    CleanStop stop = new CleanStop();
    stop.onSignal();
    try {
      return stop.exitCode(awaitEnd(start(stop), stop));
    } catch (RuntimeException e) {
      stop.exitCode(1);
      throw e;
    }
  }

  private TelegramBot start(CleanStop stop) {
    Store store = stop.closing(Store.open(config.dataDir()));
    Duration silence = Duration.ofDays(config.retentionDays());
    Housekeeping housekeeping = stop.closing(new Housekeeping(store.dialogues(), silence, CLOCK));
    housekeeping.round();
    KeptDialogues.check(store.dialogues(), bot.conversation());
    TelegramBot telegram = stop.closing(telegram(store.dialogues()));
    announce();
    housekeeping.start();
    telegram.start();
    return telegram;
  }

  private TelegramBot telegram(Dialogues dialogues) {
    Turns turns = Turns.of(bot.keptIn(dialogues));
    return new TelegramBot(account, turns, dialogues, bot.conversation()::phrase, CLOCK);
  }

  private int awaitEnd(TelegramBot telegram, CleanStop stop) {
    try {
      Optional<String> refused = telegram.awaitEnd();
      if (!stop.isUnderWay()) {
        if (refused.isEmpty()) {
          err.println("backtalk: the bot ended by a fault of its own, see above");
        }
        return 1;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return 0;
  }

  private void announce() {
    err.printf(
        "backtalk: %s on Telegram (%s, token %s); dialogues in %s for %d days; Ctrl-C stops%n",
        bot.conversation().about().title(),
        config.telegramApi(),
        config.token().orElseThrow(),
        config.dataDir(),
        config.retentionDays());
  }
}
