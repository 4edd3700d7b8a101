//! The picture that previews of a link show: the four blocks of a severity, as they stand before its name on a page.
//!
//! One picture per severity, not per report: what would be written on it stands beside it in every preview, in the reader's own letters,
//! and ten thousand pictures would be most of a site and of the time to build it. Programs that show previews take no SVG.

/// Width and height that previews are made for.
pub(super) const SIZE: (u32, u32) = (1200, 630);

/// Without a severity, and the four ranks.
pub(super) const RANKS: usize = 5;

/// Colours by index: paper, rule, and one for each rank, as in the stylesheet.
const PALETTE: [[u8; 3]; 7] = [
    [0xfd, 0xfc, 0xf9],
    [0xda, 0xd4, 0xc7],
    [0x4b, 0x5a, 0x66],
    [0xa3, 0x21, 0x1b],
    [0x8a, 0x47, 0x00],
    [0x4b, 0x5a, 0x66],
    [0x4b, 0x5a, 0x66],
];

/// A block: width, height, gap, and the thickness of an empty one's edge.
const BLOCK: (u32, u32, u32, u32) = (120, 300, 30, 15);

/// The path of a rank's picture.
pub(super) fn path(rank: usize) -> String {
    format!("assets/card-{rank}.png")
}

/// The picture of a rank; 0 without a severity.
pub(super) fn png(rank: usize) -> Result<Vec<u8>, String> {
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, SIZE.0, SIZE.1);
    encoder.set_color(png::ColorType::Indexed);
    encoder.set_depth(png::BitDepth::Four);
    encoder.set_palette(PALETTE.concat());
    encoder.set_compression(png::Compression::High);
    let mut writer = encoder.write_header().map_err(|error| error.to_string())?;
    writer.write_image_data(&pixels(rank)).map_err(|error| error.to_string())?;
    drop(writer);
    Ok(bytes)
}

/// Two pixels a byte, row by row.
fn pixels(rank: usize) -> Vec<u8> {
    let colour = |x: u32, y: u32| colour(rank, x, y);
    let mut pixels = Vec::with_capacity((SIZE.0 / 2 * SIZE.1) as usize);
    for y in 0..SIZE.1 {
        pixels.extend((0..SIZE.0 / 2).map(|pair| (colour(pair * 2, y) << 4) | colour(pair * 2 + 1, y)));
    }
    pixels
}

/// The index of a pixel's colour.
fn colour(rank: usize, x: u32, y: u32) -> u8 {
    let (width, height, gap, edge) = BLOCK;
    let (left, top) = ((SIZE.0 - 4 * width - 3 * gap) / 2, (SIZE.1 - height) / 2);
    let (Some(x), Some(y)) = (x.checked_sub(left), y.checked_sub(top)) else { return 0 };
    let (block, inside) = (x / (width + gap), x % (width + gap));
    if block > 3 || inside >= width || y >= height {
        return 0;
    }
    // Four blocks are full for the worst, one for the mildest; none without a severity.
    let full = if rank == 0 { 0 } else { 5u32.saturating_sub(u32::try_from(rank).unwrap_or(5)) };
    let on_edge = inside < edge || inside >= width - edge || y < edge || y >= height - edge;
    if block < full || on_edge { u8::try_from(rank.min(4)).map_or(2, |rank| rank + 2) } else { 0 }
}
