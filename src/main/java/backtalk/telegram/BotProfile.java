package backtalk.telegram;

import backtalk.telegram.api.BotApiClient;
import backtalk.telegram.api.CallFailedException;
import backtalk.telegram.parsing.CommandParser;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.botapimethods.PartialBotApiMethod;
import org.telegram.telegrambots.meta.api.methods.commands.GetMyCommands;
import org.telegram.telegrambots.meta.api.methods.commands.SetMyCommands;
import org.telegram.telegrambots.meta.api.methods.description.GetMyDescription;
import org.telegram.telegrambots.meta.api.methods.description.GetMyShortDescription;
import org.telegram.telegrambots.meta.api.methods.description.SetMyDescription;
import org.telegram.telegrambots.meta.api.methods.description.SetMyShortDescription;
import org.telegram.telegrambots.meta.api.objects.commands.BotCommand;
import org.telegram.telegrambots.meta.api.objects.commands.scope.BotCommandScope;
import org.telegram.telegrambots.meta.api.objects.commands.scope.BotCommandScopeAllGroupChats;
import org.telegram.telegrambots.meta.api.objects.commands.scope.BotCommandScopeAllPrivateChats;

/** Sets the bot's menu and descriptions in Telegram, each only if it differs. */
record BotProfile(BotApiClient client, UnaryOperator<String> phrases) {

  private static final Logger LOG = LoggerFactory.getLogger(BotProfile.class);

  /** Lists the commands of the menu in groups, where nothing of a person is asked or stored. */
  private static final List<String> IN_GROUPS =
      List.of("start", "check", "topics", "help", "privacy");

  /** Sets one part of the profile. */
  @FunctionalInterface
  private interface Step {
    void run() throws CallFailedException;
  }

  /**
   * Sets the menu and the descriptions. A failure of one is logged and does not affect the others,
   * because the bot works without them.
   */
  void set() {
    update("menu", () -> commands(new BotCommandScopeAllPrivateChats(), CommandParser.MENU));
    update("menu in groups", () -> commands(new BotCommandScopeAllGroupChats(), IN_GROUPS));
    update(
        "description",
        () ->
            text(
                "description",
                new GetMyDescription(),
                words -> SetMyDescription.builder().description(words).build()));
    update(
        "short description",
        () ->
            text(
                "short-description",
                new GetMyShortDescription(),
                words -> SetMyShortDescription.builder().shortDescription(words).build()));
  }

  private static void update(String name, Step step) {
    try {
      step.run();
    } catch (CallFailedException failed) {
      LOG.warn("the bot's {} is not set: Telegram {}", name, failed.result().describe());
    }
  }

  private void commands(BotCommandScope scope, List<String> names) throws CallFailedException {
    List<BotCommand> wanted = names.stream().map(this::command).toList();
    if (!asLines(client.ask(new GetMyCommands(scope, null))).equals(asLines(wanted))) {
      apply("menu", new SetMyCommands(wanted, scope, null));
    }
  }

  /** Sets a text of the profile, which is a phrase here and a field in Telegram's answer. */
  private void text(
      String phrase,
      PartialBotApiMethod<?> current,
      Function<String, PartialBotApiMethod<?>> change)
      throws CallFailedException {
    String wanted = phrases.apply(phrase).strip();
    if (!wanted.equals(client.ask(current).path(phrase.replace('-', '_')).asText())) {
      apply(phrase.replace('-', ' '), change.apply(wanted));
    }
  }

  private void apply(String name, PartialBotApiMethod<?> call) throws CallFailedException {
    var unused = client.ask(call);
    LOG.info("the bot's {} is set", name);
  }

  private BotCommand command(String name) {
    return new BotCommand(name, phrases.apply("cmd-" + name));
  }

  private static List<String> asLines(List<BotCommand> commands) {
    return commands.stream().map(it -> it.getCommand() + " " + it.getDescription()).toList();
  }

  private static List<String> asLines(JsonNode commands) {
    List<String> lines = new ArrayList<>();
    commands.forEach(
        it -> lines.add(it.path("command").asText() + " " + it.path("description").asText()));
    return lines;
  }
}
