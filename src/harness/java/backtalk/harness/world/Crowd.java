package backtalk.harness.world;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Simulates people who each wait for an answer before the next action. */
final class Crowd {
  private static final long FIRST_CHAT = 5_000_000_000L;
  private static final long NANOS_PER_SECOND = 1_000_000_000;

  /** Sets the wait after which an answer without buttons counts as complete. */
  private static final long QUIET_NANOS = 2 * NANOS_PER_SECOND;

  private static final long NO_ANSWER_NANOS = 60 * NANOS_PER_SECOND;
  private static final long TICK_NANOS = 2_000_000;

  private static final String FORWARDED =
      ",\"forward_origin\":{\"type\":\"hidden_user\",\"sender_user_name\":\"Lou\",\"date\":1}";

  /** Lets every person act as soon as the last answer came. */
  static final double AS_FAST_AS_POSSIBLE = 0;

  private final World world;
  private final Map<Long, Person> people = new HashMap<>();
  private final Deque<Person> idle = new ArrayDeque<>();
  private UserBehavior behavior = new UserBehavior(0, List.of());
  private long lastUpdate = 100_000_000;
  private long lastMessage = 1_000;
  private double rate = -1;
  private double due;
  private boolean ticking;
  private long ticked;

  Crowd(World world) {
    this.world = world;
  }

  /** Adds people up to a count, and sets the behavior of all. */
  void ensurePeople(int count, UserBehavior behavior) {
    this.behavior = behavior;
    while (people.size() < count) {
      Person person = new Person(FIRST_CHAT + people.size());
      people.put(person.chat, person);
      idle.add(person);
    }
  }

  /**
   * Starts actions at a rate per second, at {@link #AS_FAST_AS_POSSIBLE}, or, below zero, not at
   * all.
   */
  void drive(double actsPerSecond) {
    rate = actsPerSecond;
    due = 0;
    ticked = System.nanoTime();
    if (!ticking) {
      ticking = true;
      tick();
    }
  }

  private void tick() {
    long now = System.nanoTime();
    due += rate > 0 ? rate * (now - ticked) / NANOS_PER_SECOND : 0;
    ticked = now;
    while (!idle.isEmpty() && (rate == AS_FAST_AS_POSSIBLE || due >= 1)) {
      due--;
      act(idle.remove());
    }
    if (rate > 0 && due >= 1) {
      world.measurements.recordEvent("nobody free");
      due = 0;
    }
    ticking = rate >= 0;
    if (ticking) {
      world.loop.schedule(TICK_NANOS, this::tick);
    }
  }

  Optional<Person> person(long chat) {
    return Optional.ofNullable(people.get(chat));
  }

  long nextMessage() {
    return ++lastMessage;
  }

  int waiting() {
    return people.size() - idle.size();
  }

  private void act(Person person) {
    person.acts++;
    person.delivered = 0;
    person.calls = 0;
    person.seen = false;
    person.answered = false;
    person.waiting = true;
    world.post(update(person, behavior.next(person)));
    if (world.isImpatient()) {
      world.post(update(person, behavior.next(person)));
    }
  }

  private Update update(Person person, UserBehavior.Act act) {
    long id = ++lastUpdate;
    String head = "{\"update_id\":" + id + ",";
    return switch (act) {
      case UserBehavior.Act.Tap(String data) ->
          new Update(id, person, head + query(person, data) + "}", true);
      case UserBehavior.Act.Say(String text) ->
          new Update(id, person, head + message(person, text, "") + "}", false);
      case UserBehavior.Act.Forward(String text) ->
          new Update(id, person, head + message(person, text, FORWARDED) + "}", false);
    };
  }

  /** Creates people who do not act by themselves. */
  List<Person> strangers(int count) {
    List<Person> strangers = new ArrayList<>();
    for (int number = 0; number < count; number++) {
      Person person = new Person(FIRST_CHAT + people.size());
      person.shown = person.emptyMessage();
      people.put(person.chat, person);
      strangers.add(person);
    }
    return strangers;
  }

  /** Returns the updates of a person who does all this at once. */
  List<Update> all(Person person, List<UserBehavior.Act> acts) {
    person.acts++;
    return acts.stream().map(act -> update(person, act)).toList();
  }

  private String query(Person person, String data) {
    return "\"callback_query\":{\"id\":\""
        + queryId(person)
        + "\",\"from\":"
        + person.json()
        + ",\"message\":"
        + person.shown
        + ",\"chat_instance\":\"-42\",\"data\":\""
        + data
        + "\"}";
  }

  /** Returns a callback query's id, which identifies the person and the action. */
  private static String queryId(Person person) {
    return person.chat + "000" + person.acts;
  }

  private String message(Person person, String text, String more) {
    String entities =
        text.startsWith("/")
            ? ",\"entities\":[{\"type\":\"bot_command\",\"offset\":0,\"length\":"
                + text.length()
                + "}]"
            : "";
    return "\"message\":{\"message_id\":"
        + nextMessage()
        + ",\"from\":"
        + person.json()
        + ",\"chat\":"
        + person.chatJson()
        + ",\"date\":"
        + System.currentTimeMillis() / 1_000
        + ",\"text\":"
        + RequestFields.quoted(text)
        + entities
        + more
        + "}";
  }

  /** Records that the bot has received an update completely. */
  void delivered(Update update) {
    Person person = update.person();
    if (person.delivered != 0 || !person.waiting) {
      return;
    }
    person.delivered = System.nanoTime();
    int act = person.acts;
    world.loop.schedule(QUIET_NANOS, () -> checkAnswer(person, act));
  }

  private void checkAnswer(Person person, int act) {
    if (person.acts != act || !person.waiting) {
      return;
    }
    boolean anyAnswer = person.seen || person.answered;
    if (anyAnswer || System.nanoTime() - person.delivered > NO_ANSWER_NANOS) {
      world.measurements.recordEvent(anyAnswer ? "answers without buttons" : "no answer");
      free(person);
    } else {
      world.loop.schedule(QUIET_NANOS, () -> checkAnswer(person, act));
    }
  }

  /**
   * Records a call for this person.
   *
   * @param visible true where it changes the chat visibly
   */
  void called(Person person, boolean visible) {
    person.calls++;
    if (visible) {
      world.burst.called(person);
    }
    if (visible && !person.seen && person.delivered != 0) {
      person.seen = true;
      world.measurements.turn(System.nanoTime() - person.delivered, person.calls);
    }
  }

  /** Records that a callback query was answered. */
  void answered(String query) {
    int end = query.indexOf("000", 10);
    if (end > 0) {
      person(Long.parseLong(query.substring(0, end)))
          .filter(person -> queryId(person).equals(query))
          .ifPresent(
              person -> {
                person.answered = true;
                person.calls++;
              });
    }
  }

  /** Marks a person as ready for the next action, because they see buttons. */
  void free(Person person) {
    if (person.waiting && person.delivered != 0) {
      person.waiting = false;
      idle.add(person);
    }
  }
}
