package basin.app.demo.company.draw;

/// The origin of all chance in one subject, such as orders or prices. Two subjects of the same seed are
/// independent of each other, and so are two numbers of the same subject; that is what lets order 70,000 be
/// known without the 69,999 before it.
public record Seed(long value) {
    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;
    private static final double TWO_TO_MINUS_53 = 0x1.0p-53;

    /// The seed of a part of this subject.
    public Seed of(String subject) {
        long hash = value;
        for (int i = 0; i < subject.length(); i++) {
            hash = mix(hash + subject.charAt(i));
        }
        return new Seed(hash);
    }

    /// The dice of one thing, to be thrown as often as that thing needs.
    public Dice dice(long number) {
        return new Dice(bits(number));
    }

    /// A single lasting trait of one thing, evenly spread over `[0, 1)`; cheaper than dice.
    public double trait(long number) {
        return (bits(number) >>> 11) * TWO_TO_MINUS_53;
    }

    /// 64 bits of one thing, each as likely set as not.
    public long bits(long number) {
        return mix(value + number * GOLDEN_GAMMA);
    }

    /// A bijection of 64 bits in which each bit of the result depends on each bit given.
    private static long mix(long bits) {
        long mixed = (bits ^ (bits >>> 32)) * 0xD6E8FEB86659FD93L;
        mixed = (mixed ^ (mixed >>> 32)) * 0xD6E8FEB86659FD93L;
        return mixed ^ (mixed >>> 32);
    }
}
