package backtalk.telegram;

import java.util.List;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.commands.GetMyCommands;
import org.telegram.telegrambots.meta.api.methods.commands.SetMyCommands;
import org.telegram.telegrambots.meta.api.methods.description.GetMyDescription;
import org.telegram.telegrambots.meta.api.methods.description.GetMyShortDescription;
import org.telegram.telegrambots.meta.api.methods.description.SetMyDescription;
import org.telegram.telegrambots.meta.api.methods.description.SetMyShortDescription;
import org.telegram.telegrambots.meta.api.objects.commands.BotCommand;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;

/** What Telegram shows of the bot before anybody talks to it; set only where it differs. */
final class Profile {

  private static final Logger LOG = LoggerFactory.getLogger(Profile.class);

  private final Caller caller;
  private final UnaryOperator<String> phrases;

  Profile(Caller caller, UnaryOperator<String> phrases) {
    this.caller = caller;
    this.phrases = phrases;
  }

  /** Sets the menu and the descriptions. The bot works without: a failure is only noted. */
  void set() {
    try {
      commands();
      description();
      shortDescription();
    } catch (TelegramApiException failed) {
      LOG.warn("the bot's menu or description is not set: {}", Verdict.of(failed));
    }
  }

  private void commands() throws TelegramApiException {
    List<BotCommand> wanted = Commands.MENU.stream().map(this::command).toList();
    List<BotCommand> found = caller.ask(new GetMyCommands());
    if (!shown(found).equals(shown(wanted))) {
      caller.ask(new SetMyCommands(wanted));
      LOG.info("the bot's menu is set");
    }
  }

  private void description() throws TelegramApiException {
    String wanted = phrases.apply("description").strip();
    if (!wanted.equals(caller.ask(new GetMyDescription()).getDescription())) {
      SetMyDescription change = new SetMyDescription();
      change.setDescription(wanted);
      caller.ask(change);
      LOG.info("the bot's description is set");
    }
  }

  private void shortDescription() throws TelegramApiException {
    String wanted = phrases.apply("short-description").strip();
    if (!wanted.equals(caller.ask(new GetMyShortDescription()).getShortDescription())) {
      SetMyShortDescription change = new SetMyShortDescription();
      change.setShortDescription(wanted);
      caller.ask(change);
      LOG.info("the bot's short description is set");
    }
  }

  private BotCommand command(String name) {
    return new BotCommand(name, phrases.apply("cmd-" + name));
  }

  private static List<String> shown(List<BotCommand> commands) {
    return commands.stream().map(it -> it.getCommand() + " " + it.getDescription()).toList();
  }
}
