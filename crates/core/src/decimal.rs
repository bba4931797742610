//! Floats as decimal digits: as few as read back the same, by Steele and White's method. The standard library's formatting
//! does it faster, and is a hundredth of the download.

use std::cmp::Ordering;

/// The shortest digits of a positive finite number, the nearest of those, and the power of ten that `0.DIGITS` is multiplied
/// by. `single` numbers are told from other `f32` only.
pub fn shortest(value: f64, single: bool) -> (String, i32) {
    let (bits, width, bias) = match single {
        true => (u64::from((value as f32).to_bits()), 23, 150),
        false => (value.to_bits(), 52, 1075),
    };
    let (fraction, exponent) = (bits & ((1 << width) - 1), (bits >> width) as i32);
    let (significand, exponent) = match exponent {
        0 => (fraction, 1 - bias),
        _ => (fraction | 1 << width, exponent - bias),
    };
    // The number is `rest/scale`. What lies less than `high/scale` above it or `low/scale` below it, is read as the number;
    // at those distances too if the significand is even. Below a power of two numbers are closer than above.
    let closer = u32::from(fraction == 0);
    let (up, down) = (exponent.max(0) as u32, exponent.min(0).unsigned_abs());
    let (mut rest, mut scale) = (Natural::new(significand, up + 1 + closer), Natural::new(1, down + 1 + closer));
    let (mut high, mut low) = (Natural::new(1, up + closer), Natural::new(1, up));
    let within = |order: Ordering| order.is_lt() || order.is_eq() && significand.is_multiple_of(2);
    let reaches = |rest: &Natural, high: &Natural, scale: &Natural| within(scale.cmp(&rest.plus(high)));

    let mut point = 0;
    while !reaches(&rest, &high, &scale) {
        [&mut rest, &mut high, &mut low].into_iter().for_each(|number| number.multiply(10));
        point -= 1;
    }
    while reaches(&rest, &high, &scale) {
        scale.multiply(10);
        point += 1;
    }
    let mut digits = String::new();
    loop {
        [&mut rest, &mut high, &mut low].into_iter().for_each(|number| number.multiply(10));
        let mut digit = b'0';
        while rest.cmp(&scale).is_ge() {
            rest.subtract(&scale);
            digit += 1;
        }
        let (down, up) = (within(rest.cmp(&low)), reaches(&rest, &high, &scale));
        if up && (!down || rest.plus(&rest).cmp(&scale).is_ge()) {
            digit += 1;
        }
        digits.push(char::from(digit));
        if down || up {
            return (digits, point);
        }
    }
}

/// A natural number of any size: its words, least first, without zeros at the end.
struct Natural(Vec<u32>);

impl Natural {
    /// `value · 2^shift`
    fn new(value: u64, shift: u32) -> Natural {
        let mut out = Natural(vec![value as u32, (value >> 32) as u32]);
        for done in (0..shift).step_by(31) {
            out.multiply(1 << (shift - done).min(31));
        }
        out.trim();
        out
    }

    fn multiply(&mut self, factor: u32) {
        let mut carry = 0;
        for word in &mut self.0 {
            carry += u64::from(*word) * u64::from(factor);
            *word = carry as u32;
            carry >>= 32;
        }
        self.0.push(carry as u32);
        self.trim();
    }

    fn plus(&self, other: &Natural) -> Natural {
        let mut carry = 0;
        let word = |number: &Natural, i: usize| u64::from(number.0.get(i).copied().unwrap_or(0));
        let words = (0..=self.0.len().max(other.0.len())).map(|i| {
            carry = (carry >> 32) + word(self, i) + word(other, i);
            carry as u32
        });
        let mut out = Natural(words.collect());
        out.trim();
        out
    }

    /// Takes away a number that is not larger.
    fn subtract(&mut self, other: &Natural) {
        let mut borrow = false;
        for (i, word) in self.0.iter_mut().enumerate() {
            let (less, first) = word.overflowing_sub(other.0.get(i).copied().unwrap_or(0));
            let (less, second) = less.overflowing_sub(borrow.into());
            *word = less;
            borrow = first || second;
        }
        self.trim();
    }

    fn cmp(&self, other: &Natural) -> Ordering {
        self.0.len().cmp(&other.0.len()).then_with(|| self.0.iter().rev().cmp(other.0.iter().rev()))
    }

    fn trim(&mut self) {
        while self.0.last() == Some(&0) {
            self.0.pop();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// The digits that the standard library finds.
    fn expected(text: String) -> (String, i32) {
        let (digits, exponent) = text.split_once('e').unwrap();
        (digits.replace('.', ""), exponent.parse::<i32>().unwrap() + 1)
    }

    fn check(bits: u64) {
        let double = f64::from_bits(bits & !(1 << 63));
        if double.is_finite() && double != 0.0 {
            assert_eq!(shortest(double, false), expected(format!("{double:e}")), "{bits:x}");
        }
        let single = f32::from_bits(bits as u32 & !(1 << 31));
        if single.is_finite() && single != 0.0 {
            assert_eq!(shortest(single.into(), true), expected(format!("{single:e}")), "{bits:x}");
        }
    }

    #[test]
    fn powers_of_two_and_their_neighbours() {
        for exponent in 0..2047u64 {
            (-2..3i64).for_each(|by| check((exponent << 52).wrapping_add_signed(by)));
            (-2..3i64).for_each(|by| check((exponent << 23).wrapping_add_signed(by)));
        }
    }

    proptest! {
        #[test]
        fn any_bits(bits: u64) {
            check(bits);
        }

        #[test]
        fn short_decimals(digits in 1u32..1_000_000, exponent in -40i32..40) {
            check(format!("{digits}e{exponent}").parse::<f64>().unwrap().to_bits());
            check(format!("{digits}e{}", exponent / 2).parse::<f32>().unwrap().to_bits().into());
        }
    }
}
