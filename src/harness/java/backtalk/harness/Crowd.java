package backtalk.harness;

import backtalk.emulator.Call;
import backtalk.emulator.Callback;
import backtalk.emulator.Emulator;
import backtalk.emulator.QueuedUpdate;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Simulates people who each wait for an answer before the next action. */
final class Crowd {
  private static final long FIRST_CHAT = 5_000_000_000L;
  private static final double NANOS_PER_SECOND = 1e9;
  private static final Duration TICK = Duration.ofMillis(2);
  private static final long CHECK_NANOS = 500_000_000;

  /** Lets every person act as soon as the last answer came. */
  static final double AS_FAST_AS_POSSIBLE = 0;

  /** Lets nobody act. */
  static final double NOT_AT_ALL = -1;

  private final Emulator telegram;
  private final Measurements measurements;
  private final Map<Long, Member> people = new ConcurrentHashMap<>();
  private final Queue<Member> idle = new ConcurrentLinkedQueue<>();

  /** Holds the people whose taps are not answered yet, by the id of the callback query. */
  private final Map<String, Member> tapped = new ConcurrentHashMap<>();

  private volatile UserBehavior behavior = new UserBehavior(0, List.of());
  private volatile double rate = NOT_AT_ALL;
  private volatile double hurry;
  private volatile boolean ended;
  private double due;
  private long ticked = System.nanoTime();
  private long checked = ticked;

  Crowd(Emulator telegram, Measurements measurements) {
    this.telegram = telegram;
    this.measurements = measurements;
    Thread.ofPlatform().daemon().name("crowd").start(this::run);
  }

  /** Adds people up to a count, and sets the behavior of all. */
  void ensurePeople(int count, UserBehavior next) {
    behavior = next;
    idle.addAll(strangers(count - people.size()));
  }

  /** Creates people who do not act by themselves. */
  List<Member> strangers(int count) {
    List<Member> strangers = new ArrayList<>();
    for (int number = 0; number < count; number++) {
      long chat = FIRST_CHAT + people.size();
      Member member = new Member(telegram.person("Kim", chat));
      people.put(chat, member);
      strangers.add(member);
    }
    return strangers;
  }

  /** Starts actions at a rate per second, {@link #AS_FAST_AS_POSSIBLE} or {@link #NOT_AT_ALL}. */
  void drive(double actsPerSecond) {
    rate = actsPerSecond;
  }

  /** Sets the percentage of actions after which a person acts again without an answer. */
  void hurry(double percent) {
    hurry = percent;
  }

  /** Ends the people's actions for good. */
  void end() {
    ended = true;
  }

  private void run() {
    while (!ended) {
      tick(System.nanoTime());
      Waiting.pause(TICK);
    }
  }

  private void tick(long now) {
    double wanted = rate;
    due = wanted > 0 ? due + wanted * (now - ticked) / NANOS_PER_SECOND : 0;
    ticked = now;
    while (!idle.isEmpty() && (wanted == AS_FAST_AS_POSSIBLE || due >= 1)) {
      due--;
      act(idle.remove());
    }
    if (wanted > 0 && due >= 1) {
      measurements.recordEvent("nobody free");
      due = 0;
    }
    if (now - checked > CHECK_NANOS) {
      checked = now;
      people.values().forEach(this::checkPatience);
    }
  }

  private void act(Member member) {
    member.acts();
    perform(member, behavior.next(member.buttons()));
    if (behavior.happens(hurry)) {
      perform(member, behavior.next(member.buttons()));
    }
  }

  void perform(Member member, UserBehavior.Act act) {
    switch (act) {
      case UserBehavior.Act.Tap(String data) -> {
        Callback pressed = member.taps(data);
        tapped.put(pressed.id(), member);
      }
      case UserBehavior.Act.Say(String text) -> member.person.says(text);
      case UserBehavior.Act.Forward(String text) -> member.person.forwards(text, "Lou");
    }
  }

  private void checkPatience(Member member) {
    String end = member.endOfPatience();
    if (!end.isEmpty()) {
      measurements.recordEvent(end);
      idle.add(member);
    }
  }

  void delivered(QueuedUpdate update) {
    Optional.ofNullable(people.get(update.queue().chat()))
        .ifPresent(it -> it.delivered(update.id()));
  }

  /** Records a call that has arrived. */
  void began(Call call) {
    if (call.is("answerCallbackQuery")) {
      Optional.ofNullable(tapped.remove(call.text("callback_query_id")))
          .ifPresent(Member::answered);
    }
    member(call)
        .ifPresent(
            member ->
                member
                    .called(call.parameters().has("text") || call.is("sendPhoto"))
                    .ifPresent(number -> measurements.turn(member.nanosSinceDelivery(), number)));
  }

  /** Shows the result of a call to the person. */
  void ended(Call call) {
    call.effect()
        .map(message -> message.path("message_id").asLong())
        .flatMap(message -> member(call).filter(member -> member.sees(message, buttons(call))))
        .ifPresent(idle::add);
  }

  private Optional<Member> member(Call call) {
    return addressesChat(call)
        ? Optional.ofNullable(people.get(Long.parseLong(call.text("chat_id"))))
        : Optional.empty();
  }

  /** Returns true for a call that sends or changes a message. */
  static boolean addressesChat(Call call) {
    return call.method().startsWith("sendMessage")
        || call.method().startsWith("editMessage")
        || call.is("sendPhoto");
  }

  /** Returns the callback data of a call's buttons in reading order. */
  static List<String> buttons(Call call) {
    JsonNode markup = call.parameters().path("reply_markup");
    return (markup.isTextual() ? form(markup.asText()) : markup).findValuesAsText("callback_data");
  }

  /** Returns the markup of a form, which is JSON in a text. */
  private static JsonNode form(String markup) {
    try {
      return new ObjectMapper().readTree(markup);
    } catch (JsonProcessingException broken) {
      throw new IllegalStateException(broken);
    }
  }
}
