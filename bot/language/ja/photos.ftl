# コマンド。
classify-name = 判別
classify-description = 画像の衣類の種類を答えます。画像がなければチャンネルの最新の画像です
classify-image-name = 画像
classify-image-description = 衣類1点の写真。省くとチャンネルの最新の画像
classify-image2-name = 画像2
classify-image3-name = 画像3
classify-image4-name = 画像4
classify-another-description = 衣類1点の写真をもう1枚
classify-private-name = 非公開
classify-private-description = 答えを自分だけに表示します
classify-menu-name = 衣類を判別
upload-title = { classify-menu-name }
upload-label = 写真
upload-description = ここに画像が見つかりません。1枚に衣類1点で、{ $limit }枚までアップロードできます。

# 画像1枚についての言葉。
verdict-clothing = { $label }、{ $probability }
verdict-unsure = 確信なし：{ $label }かも、{ $probability }
verdict-none = 確信なし：おそらく私の分類のどれでもありません
verdict-not-clothing = 知っている衣類は見当たりません
why-not-clothing = 私が分類できる衣類は写っていないようです。
if-of-classes = 私の分類のどれかだとすれば

# 画像1枚への答え。
answer-clothing = ### { verdict-clothing }
answer-unsure = ### { verdict-unsure }
answer-none = ### { verdict-none }
answer-not-clothing =
    ### { verdict-not-clothing }
    { why-not-clothing }
answer-if = -# { if-of-classes }
answer-bar = `{ $bar }` { $label } { $probability }
percent = { NUMBER($share, style: "percent", maximumFractionDigits: 0) }
short-clothing = **{ $label }** { $probability }（{ $others }）
short-unsure = 確信なし、もしかすると{ short-clothing }
short-none = { verdict-none }（どれかだとすれば：{ $others }）
short-not-clothing = { verdict-not-clothing }

# 画像数枚への答え:1枚につき1行。
line-clothing = { $number }. { short-clothing }
line-unsure = { $number }. { short-unsure }
line-none = { $number }. { short-none }
line-other = { $label } { $probability }
line-not-clothing = { $number }. { short-not-clothing }
line-failed = { $number }. { $sentence }
left-out = ほかの{ $count }枚には答えていません。一度に答えるのは{ $limit }枚までです。

# 代替テキスト。
alt-clothing = ネットワークが見た画像{ $number }：切り抜いて28×28の灰色の画素に縮めたもの。{ $label }に見えます、{ $probability }。
alt-unsure = ネットワークが見た画像{ $number }：切り抜いて28×28の灰色の画素に縮めたもの。{ $label }かもしれません、{ $probability }。
alt-none = ネットワークが見た画像{ $number }：切り抜いて28×28の灰色の画素に縮めたもの。おそらく私の分類のどれでもありません。どれかだとすれば{ $label }。
alt-not-clothing = ネットワークが見た画像{ $number }：切り抜いて28×28の灰色の画素に縮めたもの。衣類は見つかりませんでした。
