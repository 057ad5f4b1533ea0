package backtalk.harness.world;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The people: each has one thing at a time on its way to the bot. */
final class Crowd {
  private static final long FIRST_CHAT = 5_000_000_000L;
  private static final long SECOND = 1_000_000_000;

  /** An answer without buttons is an answer after so long; nothing at all is no answer. */
  private static final long QUIET = 2 * SECOND;

  private static final long NO_ANSWER = 60 * SECOND;
  private static final long TICK = 2_000_000;

  private static final String FORWARDED =
      ",\"forward_origin\":{\"type\":\"hidden_user\",\"sender_user_name\":\"Lou\",\"date\":1}";

  /** Acts at any moment, as many as there are people. */
  static final double AS_FAST_AS_POSSIBLE = 0;

  private final World world;
  private final Map<Long, Person> people = new HashMap<>();
  private final Deque<Person> idle = new ArrayDeque<>();
  private Habits habits = new Habits(0, List.of());
  private long lastUpdate = 100_000_000;
  private long lastMessage = 1_000;
  private double rate = -1;
  private double due;
  private boolean ticking;
  private long ticked;

  Crowd(World world) {
    this.world = world;
  }

  /** Makes sure that there are so many people, with these habits. */
  void gather(int count, Habits theirs) {
    habits = theirs;
    while (people.size() < count) {
      Person person = new Person(FIRST_CHAT + people.size());
      people.put(person.chat, person);
      idle.add(person);
    }
  }

  /** So many acts a second by clock, {@link #AS_FAST_AS_POSSIBLE}, or, below zero, none. */
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
    due += rate > 0 ? rate * (now - ticked) / SECOND : 0;
    ticked = now;
    while (!idle.isEmpty() && (rate == AS_FAST_AS_POSSIBLE || due >= 1)) {
      due--;
      act(idle.remove());
    }
    if (rate > 0 && due >= 1) {
      world.figures.happened("nobody free");
      due = 0;
    }
    ticking = rate >= 0;
    if (ticking) {
      world.loop.in(TICK, this::tick);
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
    person.handed = 0;
    person.calls = 0;
    person.seen = false;
    person.answered = false;
    person.waiting = true;
    world.post(update(person, habits.next(person)));
    if (world.inAHurry()) {
      world.post(update(person, habits.next(person)));
    }
  }

  private Update update(Person person, Habits.Act act) {
    long id = ++lastUpdate;
    String head = "{\"update_id\":" + id + ",";
    return switch (act) {
      case Habits.Act.Tap(String data) ->
          new Update(id, person, head + query(person, data) + "}", true);
      case Habits.Act.Say(String text) ->
          new Update(id, person, head + message(person, text, "") + "}", false);
      case Habits.Act.Forward(String text) ->
          new Update(id, person, head + message(person, text, FORWARDED) + "}", false);
    };
  }

  /** People who do nothing by themselves. */
  List<Person> strangers(int count) {
    List<Person> strangers = new ArrayList<>();
    for (int one = 0; one < count; one++) {
      Person person = new Person(FIRST_CHAT + people.size());
      person.shown = person.emptyMessage();
      people.put(person.chat, person);
      strangers.add(person);
    }
    return strangers;
  }

  /** Somebody does all this at once. */
  List<Update> all(Person person, List<Habits.Act> acts) {
    person.acts++;
    return acts.stream().map(act -> update(person, act)).toList();
  }

  private String query(Person person, String data) {
    return "\"callback_query\":{\"id\":\""
        + queryOf(person)
        + "\",\"from\":"
        + person.json()
        + ",\"message\":"
        + person.shown
        + ",\"chat_instance\":\"-42\",\"data\":\""
        + data
        + "\"}";
  }

  /** A query's name tells who tapped. */
  private static String queryOf(Person person) {
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
        + Fields.quoted(text)
        + entities
        + more
        + "}";
  }

  /** The bot has an update to its last byte. */
  void handed(Update update) {
    Person person = update.person();
    if (person.handed != 0 || !person.waiting) {
      return;
    }
    person.handed = System.nanoTime();
    int act = person.acts;
    world.loop.in(QUIET, () -> lookAfter(person, act));
  }

  private void lookAfter(Person person, int act) {
    if (person.acts != act || !person.waiting) {
      return;
    }
    boolean something = person.seen || person.answered;
    if (something || System.nanoTime() - person.handed > NO_ANSWER) {
      world.figures.happened(something ? "answers without buttons" : "no answer");
      free(person);
    } else {
      world.loop.in(QUIET, () -> lookAfter(person, act));
    }
  }

  /** Something for this person is on its way: whether it will change what they see. */
  void called(Person person, boolean visible) {
    person.calls++;
    if (visible) {
      world.burst.called(person);
    }
    if (visible && !person.seen && person.handed != 0) {
      person.seen = true;
      world.figures.turn(System.nanoTime() - person.handed, person.calls);
    }
  }

  /** The name of a tap that stopped spinning. */
  void answered(String query) {
    int end = query.indexOf("000", 10);
    if (end > 0) {
      person(Long.parseLong(query.substring(0, end)))
          .filter(person -> queryOf(person).equals(query))
          .ifPresent(
              person -> {
                person.answered = true;
                person.calls++;
              });
    }
  }

  /** The person sees buttons, and can go on. */
  void free(Person person) {
    if (person.waiting && person.handed != 0) {
      person.waiting = false;
      idle.add(person);
    }
  }
}
