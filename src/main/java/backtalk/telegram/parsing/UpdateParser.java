package backtalk.telegram.parsing;

import backtalk.dialogue.ChatId;
import backtalk.dialogue.input.ButtonPress;
import backtalk.dialogue.input.Input;
import backtalk.telegram.BotAccount;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.objects.CallbackQuery;
import org.telegram.telegrambots.meta.api.objects.Update;
import org.telegram.telegrambots.meta.api.objects.User;
import org.telegram.telegrambots.meta.api.objects.chat.Chat;
import org.telegram.telegrambots.meta.api.objects.chatmember.ChatMemberUpdated;
import org.telegram.telegrambots.meta.api.objects.inlinequery.InlineQuery;
import org.telegram.telegrambots.meta.api.objects.message.MaybeInaccessibleMessage;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/** Parses updates: which input each brings, and from which chat. */
public final class UpdateParser {

  private static final Logger LOG = LoggerFactory.getLogger(UpdateParser.class);

  /** Lists the kinds of updates that the bot requests. It reads no others. */
  public static final List<String> KINDS =
      List.of("message", "edited_message", "callback_query", "my_chat_member", "inline_query");

  private static final Set<String> REMOVED_STATUSES = Set.of("kicked", "left");
  private static final long NO_CHAT = 0;

  private static final Duration ALBUM_EXPIRY = Duration.ofMinutes(5);
  private static final int MAX_ALBUMS = 10_000;

  private final GroupUpdateParser groupUpdateParser;
  private final Cache<String, Integer> albums =
      Caffeine.newBuilder().maximumSize(MAX_ALBUMS).expireAfterWrite(ALBUM_EXPIRY).build();

  public UpdateParser(BotAccount botAccount) {
    this.groupUpdateParser = new GroupUpdateParser(botAccount);
  }

  /** Parses an update. It never fails, whatever fields are missing. */
  public ParsedUpdate parse(Update update) {
    try {
      return parseByKind(update);
    } catch (RuntimeException lacking) {
      LOG.warn("update={} lacks a field that its kind requires: skipped", update.getUpdateId());
      return new ParsedUpdate.Ignored();
    }
  }

  private ParsedUpdate parseByKind(Update update) {
    if (update.getMessage() != null) {
      return message(update.getMessage());
    } else if (update.getEditedMessage() != null) {
      return edited(update.getEditedMessage());
    } else if (update.getCallbackQuery() != null) {
      return tap(update.getCallbackQuery());
    } else if (update.getMyChatMember() != null) {
      return membership(update.getMyChatMember());
    } else if (update.getInlineQuery() != null) {
      InlineQuery asked = update.getInlineQuery();
      return new ParsedUpdate.InlineQuestion(
          asked.getId(), asked.getFrom().getId(), asked.getQuery());
    }
    return new ParsedUpdate.Ignored();
  }

  /** Returns the chat that an update belongs to. Updates of one chat are handled in order. */
  public static long chatOf(Update update) {
    Optional<Message> message =
        Optional.ofNullable(update.getMessage())
            .or(() -> Optional.ofNullable(update.getEditedMessage()));
    return message
        .map(Message::getChat)
        .or(() -> Optional.ofNullable(update.getMyChatMember()).map(ChatMemberUpdated::getChat))
        .map(Chat::getId)
        .or(() -> Optional.ofNullable(update.getCallbackQuery()).flatMap(UpdateParser::chatOf))
        .orElse(NO_CHAT);
  }

  /** Returns the chat of a tap: without a message, the private chat of the user. */
  private static Optional<Long> chatOf(CallbackQuery query) {
    return Optional.ofNullable(query.getMessage())
        .map(MaybeInaccessibleMessage::getChat)
        .map(Chat::getId)
        .or(() -> Optional.ofNullable(query.getFrom()).map(User::getId));
  }

  private ParsedUpdate message(Message message) {
    return switch (type(message.getChat())) {
      case "private" ->
          inPrivateChat(
              message, MessageParser.of(message).filter(it -> isNotAlbumRepeat(message, it)));
      case "group", "supergroup" -> groupUpdateParser.message(message);
      default -> new ParsedUpdate.Ignored();
    };
  }

  /**
   * Returns false for all but the first message of an album, which comes as one message for each
   * picture.
   */
  private boolean isNotAlbumRepeat(Message message, Input input) {
    return !(input instanceof Input.Unreadable)
        || message.getMediaGroupId() == null
        || isFirst(message, message.getMediaGroupId());
  }

  private boolean isFirst(Message message, String album) {
    Integer first = albums.asMap().putIfAbsent(album, message.getMessageId());
    return first == null || first.equals(message.getMessageId());
  }

  /** Parses an edited message. In groups edits get no reply. */
  private static ParsedUpdate edited(Message message) {
    return type(message.getChat()).equals("private")
        ? inPrivateChat(message, MessageParser.ofEdited(message))
        : new ParsedUpdate.Ignored();
  }

  private static ParsedUpdate inPrivateChat(Message message, Optional<Input> input) {
    boolean byBot = message.getFrom() != null && message.getFrom().getIsBot();
    if (byBot || input.isEmpty()) {
      return new ParsedUpdate.Ignored();
    }
    return inPrivateChat(
            message.getChat().getId(), input.get(), MessageParser.topic(message), Optional.empty())
        .quoting(MessageParser.quoted(message));
  }

  private ParsedUpdate tap(CallbackQuery query) {
    MaybeInaccessibleMessage under = query.getMessage();
    if (query.getData() == null || under == null || under.getChat() == null) {
      return tapWithoutMessage(query);
    }
    ParsedUpdate.Tap tap =
        new ParsedUpdate.Tap(query.getId(), OptionalLong.of(under.getMessageId()));
    return switch (type(under.getChat())) {
      case "private" ->
          inPrivateChat(
              under.getChat().getId(),
              new Input.Tapped(query.getData()),
              MessageParser.topic(under),
              Optional.of(tap));
      case "group", "supergroup" -> groupUpdateParser.tap(query, tap);
      default -> new ParsedUpdate.UnusableTap(tap, "group-greeting");
    };
  }

  /**
   * Parses a tap whose message Telegram does not give. An answer to a question counts all the same,
   * because such buttons occur in private chats only.
   */
  private static ParsedUpdate tapWithoutMessage(CallbackQuery query) {
    ParsedUpdate.Tap tap = new ParsedUpdate.Tap(query.getId(), OptionalLong.empty());
    boolean answers =
        Optional.ofNullable(query.getData())
            .flatMap(ButtonPress::parse)
            .filter(press -> press.action().boundToQuestion())
            .isPresent();
    return answers
        ? inPrivateChat(
            query.getFrom().getId(),
            new Input.Tapped(query.getData()),
            OptionalLong.empty(),
            Optional.of(tap))
        : new ParsedUpdate.UnusableTap(tap, "button-too-old");
  }

  private static ParsedUpdate.Request inPrivateChat(
      long chat, Input input, OptionalLong thread, Optional<ParsedUpdate.Tap> tap) {
    ParsedUpdate.Place place = ParsedUpdate.Place.end(thread);
    return new ParsedUpdate.Request(new ChatId(chat), chat, input, place, tap);
  }

  private static ParsedUpdate membership(ChatMemberUpdated change) {
    if (change.getChat() == null || change.getNewChatMember() == null) {
      return new ParsedUpdate.Ignored();
    }
    boolean open = !REMOVED_STATUSES.contains(change.getNewChatMember().getStatus());
    return new ParsedUpdate.MembershipChange(new ChatId(change.getChat().getId()), open);
  }

  private static String type(Chat chat) {
    return String.valueOf(chat.getType());
  }
}
