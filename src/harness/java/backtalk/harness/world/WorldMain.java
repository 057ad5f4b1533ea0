package backtalk.harness.world;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.SelectionKey;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;

/** The world as a process of its own: {@code WorldMain SEED LATENCY_MS}; it prints its port. */
public final class WorldMain {
  private WorldMain() {}

  /** Runs until it is killed. */
  public static void main(String[] arguments) throws IOException {
    World world = new World(Long.parseLong(arguments[0]), Long.parseLong(arguments[1]));
    Api api = new Api(world);
    ServerSocketChannel door = ServerSocketChannel.open();
    door.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1_000);
    world.loop.watch(door, SelectionKey.OP_ACCEPT, ready -> welcome(world, door, api));
    System.out.println(((InetSocketAddress) door.getLocalAddress()).getPort());
    Thread.ofPlatform().daemon().start(WorldMain::endWithParent);
    world.loop.run();
  }

  private static void welcome(World world, ServerSocketChannel door, Api api) {
    try {
      SocketChannel channel = door.accept();
      if (channel != null) {
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        var unused = Link.over(world.loop, channel, api);
      }
    } catch (IOException gone) {
      // Whoever knocked has left.
    }
  }

  /** The harness holds the other end of stdin: a world without it is of no use. */
  private static void endWithParent() {
    try {
      while (System.in.read() >= 0) {
        // Nothing is said there.
      }
    } catch (IOException broken) {
      // The end, too.
    }
    Runtime.getRuntime().halt(0);
  }
}
